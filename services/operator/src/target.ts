import { digest } from '@aos/cdk8s/digest'
import type { Store, Surroundings } from '@aos/cdk8s/store'
import { StoreSpec } from '@aos/cdk8s/store-spec'
import type { Gathered } from './gather.ts'
import { fieldOf } from './objects.ts'
import { revisionOf, type StoreResource } from './store-resource.ts'

/** What the namespace should be: the spec, or after that has failed the last good one. */
export interface Target {
  revision: string
  spec: StoreSpec
  isRollback: boolean
}

export function targetOf({ live }: Gathered, store: StoreResource): Target {
  const revision = revisionOf(store)
  const { failedRevision, goodRevision } = store.status ?? {}
  const good = live.get(`ControllerRevision ${goodRevision}`)
  if (failedRevision === revision && goodRevision && good) {
    const spec = StoreSpec.parse(fieldOf(good, 'data', 'spec'))
    return { revision: goodRevision, spec, isRollback: true }
  }
  return { revision, spec: StoreSpec.parse(store.spec), isRollback: false }
}

function surroundingsOf({ served, live }: Gathered): Surroundings {
  const groups = new Set([...served].map((version) => version.split('/')[0]))
  const secrets = [...live.values()].filter(({ kind }) => kind === 'Secret')
  return {
    keda: groups.has('keda.sh'),
    podMonitors: groups.has('monitoring.coreos.com'),
    gatewayApi: groups.has('gateway.networking.k8s.io'),
    secretRevisions: Object.fromEntries(
      secrets.map((secret) => [secret.metadata.name, digest(sorted(secret.data))]),
    ),
  }
}

const sorted = (data: unknown) => Object.entries(data ?? {}).sort(([a], [b]) => a.localeCompare(b))

/** What is rendered, and for which surroundings. */
export const declared = (gathered: Gathered, store: StoreResource): [Store, Surroundings] => [
  {
    name: store.metadata.name,
    namespace: store.metadata.namespace ?? '',
    spec: targetOf(gathered, store).spec,
  },
  surroundingsOf(gathered),
]
