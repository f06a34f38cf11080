import { STORE_LABEL } from '@aos/cdk8s/store'
import { isStatus } from './api-error.ts'
import type { ApiServer } from './api-server.ts'
import { lacksSidecar } from './culprit.ts'
import type { InjectorProbe } from './injector.ts'
import { type Kind, kinds, pathOf, podKind, storeKind } from './kinds.ts'
import { type KubeObject, nameOf } from './objects.ts'
import { oldestFirst, type StoreResource } from './store-resource.ts'

/** All that a decision about one namespace rests on. */
export interface Gathered {
  /** The oldest first: it is the store of this namespace. */
  stores: StoreResource[]
  /** By kind and name, whoever made them. */
  live: Map<string, KubeObject>
  pods: KubeObject[]
  /** Which `group/version` the cluster knows. */
  served: Set<string>
  /** Asked only when a pod lacks its sidecar: would a pod that is made now get one? */
  injectorWorks: boolean
  now: Date
}

/**
 * Reads one namespace from the API server itself. Watches only say when to look; a cache of theirs could be
 * older than what we wrote, and would hold every object of every store in memory.
 */
export async function gather(
  api: ApiServer,
  namespace: string,
  probeInjector: InjectorProbe,
): Promise<Gathered | undefined> {
  const stores = (await api.list(pathOf(storeKind, namespace))) as StoreResource[]
  if (stores.length === 0) return undefined
  const served = await servedVersions(api)
  const read = kinds.filter(({ apiVersion }) => served.has(apiVersion))
  const [pods, ...lists] = await Promise.all([
    api.list(pathOf(podKind, namespace), { labelSelector: STORE_LABEL }),
    ...read.map((kind) => readKind(api, kind, namespace)),
  ])
  const withoutSidecar = pods.find(lacksSidecar)
  return {
    stores: oldestFirst(stores),
    live: new Map(lists.flat().map((object) => [nameOf(object), object])),
    pods: pods.map((pod) => ({ ...pod, apiVersion: 'v1', kind: 'Pod' })),
    served,
    injectorWorks: withoutSidecar ? await probeInjector(withoutSidecar) : true,
    now: new Date(),
  }
}

async function readKind(api: ApiServer, kind: Kind, namespace: string): Promise<KubeObject[]> {
  // Helm keeps whole charts in Secrets; what is in the others says when a pod has to start anew.
  const query = kind.kind === 'Secret' ? { fieldSelector: 'type!=helm.sh/release.v1' } : {}
  const path = pathOf(kind, namespace)
  try {
    const items = kind.isReadWhole ? await api.list(path, query) : (await api.names(path)).items
    // Items of a list do not say their kind.
    return items.map((item) => ({ ...item, apiVersion: kind.apiVersion, kind: kind.kind }))
  } catch (error) {
    if (isStatus(error, 404)) return []
    throw error
  }
}

interface GroupList {
  groups: { versions: { groupVersion: string }[] }[]
}

async function servedVersions(api: ApiServer): Promise<Set<string>> {
  const { groups } = await api.read<GroupList>('/apis')
  return new Set(['v1', ...groups.flatMap(({ versions }) => versions.map((each) => each.groupVersion))])
}
