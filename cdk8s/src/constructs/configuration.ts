import type { ServiceName } from '@aos/contracts/services'
import { ApiObject } from 'cdk8s'
import { Construct } from 'constructs'
import { accessControl } from '../access-control.ts'
import type { StoreSpec } from '../store-spec.ts'
import { DAPR } from './dapr-component.ts'
import { stateUsers } from './state-store.ts'

/** @param sampling of traces that nobody decided about. */
export const tracing = (sampling: string, zipkinUrl: string | undefined) => ({
  samplingRate: sampling,
  ...(zipkinUrl && { zipkin: { endpointAddress: zipkinUrl } }),
})

interface Props {
  service: ServiceName
  namespace: string
  tracing: StoreSpec['tracing']
  labels: Record<string, string>
}

/**
 * What one service's sidecar is for: the building blocks that the service may use, and the callers that
 * it lets in. Both rest on mutual TLS, which Dapr's control plane has on unless somebody turns it off.
 */
export class Configuration extends Construct {
  constructor(scope: Construct, { service, namespace, labels, ...spec }: Props) {
    super(scope, `configuration-${service}`)
    new ApiObject(this, 'Configuration', {
      apiVersion: DAPR,
      kind: 'Configuration',
      metadata: { name: service, labels },
      spec: {
        tracing: tracing(spec.tracing.samplingRate, spec.tracing.zipkinUrl),
        accessControl: accessControl(service, namespace),
        api: { allowed: allowedApis(service) },
      },
    })
  }
}

/** For both protocols: a sidecar without any rule for gRPC would allow everything there. */
const allowedApis = (service: ServiceName) =>
  buildingBlocks(service).flatMap((name) => [
    { name, version: 'v1.0', protocol: 'http' },
    { name, version: 'v1', protocol: 'grpc' },
  ])

function buildingBlocks(service: ServiceName): string[] {
  if (service === 'gateway') return ['invoke']
  // Before its first use of state, Dapr's SDK asks for the metadata, to see whether the sidecar is there.
  return stateUsers.some((user) => user === service) ? ['publish', 'state', 'metadata'] : ['publish']
}
