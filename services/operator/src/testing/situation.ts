import { type GeneratedSecret, generatedSecrets } from '@aos/cdk8s/generated-secrets'
import { FIELD_MANAGER } from '../drift.ts'
import type { Gathered } from '../gather.ts'
import { kinds } from '../kinds.ts'
import { type FieldSet, type KubeObject, nameOf } from '../objects.ts'
import type { StoreResource } from '../store-resource.ts'
import { declared } from '../target.ts'
import { look } from '../view.ts'

const NOW = new Date('2026-01-01T12:00:00Z')
export const ago = (seconds: number): string => new Date(NOW.getTime() - seconds * 1000).toISOString()

export const aStore = ({
  spec,
  status,
  ...metadata
}: Partial<StoreResource> & Partial<StoreResource['metadata']> = {}): StoreResource => ({
  apiVersion: 'aos.dev/v1alpha1',
  kind: 'Store',
  metadata: {
    name: 'awesome',
    namespace: 'shop',
    uid: 'uid-of-awesome',
    generation: 1,
    creationTimestamp: ago(3600),
    ...metadata,
  },
  spec: {
    version: '0.1.0',
    host: 'shop.example.test',
    kafka: { type: 'single' },
    database: { type: 'single' },
    simulators: { enabled: true },
    autoscaling: { type: 'none' },
    ...spec,
  },
  ...(status && { status }),
})

/** What a namespace looks like to the operator; empty but for the Stores. */
export function aSituation(stores: StoreResource[], more: Partial<Gathered> = {}): Gathered {
  return {
    stores,
    live: new Map(),
    pods: [],
    served: new Set(kinds.map(({ apiVersion }) => apiVersion).filter((version) => !isOptional(version))),
    injectorWorks: true,
    now: NOW,
    ...more,
  }
}

const isOptional = (version: string): boolean => /^(keda|monitoring|gateway|kafka|postgresql)\./.test(version)

export const live = (...objects: KubeObject[]): Map<string, KubeObject> =>
  new Map(objects.map((object) => [nameOf(object), object]))

/** A store for which everything was applied and is ready, by the same rendering that the operator uses. */
export function installed(store: StoreResource, more: Partial<Gathered> = {}): Gathered {
  const empty = aSituation([store], more)
  const secrets = generatedSecrets(declared(empty, store)[0]).map((secret) => aSecret(secret))
  const withSecrets = { ...empty, live: live(...secrets, ...empty.live.values()) }
  const parts = look(withSecrets, store).parts.map(({ wanted }) => asApplied(wanted))
  return { ...empty, live: live(...secrets, ...parts, ...(more.live?.values() ?? [])) }
}

const aSecret = ({ name, keys }: GeneratedSecret): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, namespace: 'shop', uid: `uid-of-${name}` },
  data: Object.fromEntries(keys.map((key) => [key, 'YQ=='])),
})

/** As the API server keeps it after an apply, and its controllers after they did their work. */
function asApplied(wanted: KubeObject): KubeObject {
  const { apiVersion: _, kind: __, metadata, ...content } = wanted
  const { labels, annotations, ownerReferences } = metadata
  const fieldsV1 = fieldsOf({ ...content, metadata: { labels, annotations, ownerReferences } })
  const replicas = (wanted.spec as { replicas?: number } | undefined)?.replicas ?? 1
  return {
    ...wanted,
    metadata: {
      ...metadata,
      uid: `uid-of-${nameOf(wanted)}`,
      resourceVersion: '1',
      generation: 1,
      managedFields: [{ manager: FIELD_MANAGER, operation: 'Apply', fieldsV1 }],
    },
    status: {
      observedGeneration: 1,
      replicas,
      updatedReplicas: replicas,
      readyReplicas: replicas,
      availableReplicas: replicas,
      conditions: [{ type: wanted.kind === 'Job' ? 'Complete' : 'Ready', status: 'True' }],
    },
  }
}

/** Maps field by field; lists as a whole, as the server does with those that have no keys. */
function fieldsOf(value: unknown): FieldSet {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => [`f:${name}`, fieldsOf(inner)]),
  )
}
