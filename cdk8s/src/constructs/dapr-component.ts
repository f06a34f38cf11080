import type { ServiceName } from '@aos/contracts/services'
import { ApiObject } from 'cdk8s'
import type { Construct } from 'constructs'
import type { SecretValue } from '../secret-value.ts'

export const DAPR = 'dapr.io/v1alpha1'

/** Of the sidecar's own environment. */
interface FromEnvironment {
  environment: string
}

export type MetadataValue = string | SecretValue | FromEnvironment

interface ComponentProps {
  type: string
  version: 'v1' | 'v2'
  scopes: readonly ServiceName[]
  metadata: Record<string, MetadataValue>
  labels?: Record<string, string> | undefined
}

/** A Dapr component, loaded by the sidecars of the services in its scopes and by no others. */
export const component = (
  scope: Construct,
  name: string,
  { type, version, scopes, metadata, labels = {} }: ComponentProps,
): ApiObject =>
  new ApiObject(scope, `Component-${name}`, {
    apiVersion: DAPR,
    kind: 'Component',
    metadata: { name, labels },
    scopes: [...scopes],
    spec: { type, version, metadata: Object.entries(metadata).map(item) },
  })

function item([name, value]: [string, MetadataValue]) {
  if (typeof value === 'string') return { name, value }
  if ('environment' in value) return { name, envRef: value.environment }
  return { name, secretKeyRef: { name: value.secret, key: value.key } }
}
