import { type GeneratedSecret, generatedSecrets } from '@aos/cdk8s/generated-secrets'
import { renderStore } from '@aos/cdk8s/render-store'
import { PHASE_LABEL, type Phase, phases, STORE_LABEL } from '@aos/cdk8s/store'
import type { StoreStatus } from '@aos/cdk8s/store-status'
import { culpritOf, podsOf } from './culprit.ts'
import { type Change, changeOf, isAppliedByUs, withDigest } from './drift.ts'
import type { Gathered } from './gather.ts'
import { kindOf, rankOf } from './kinds.ts'
import { fieldOf, type KubeObject, nameOf } from './objects.ts'
import { type Readiness, readinessOf } from './readiness.ts'
import { isOwnedBy, ownerOf, type StoreResource } from './store-resource.ts'
import { declared, type Target, targetOf } from './target.ts'

/** One object that the store should have, beside what is there. */
export interface Part {
  wanted: KubeObject
  live: KubeObject | undefined
  phase: Phase
  change: Change | undefined
  readiness: Readiness
  /** What its pods complain about. */
  culprit: string | undefined
  /** In one line, what keeps it from being ready. */
  trouble: string
  /** Somebody else's object has its name. */
  isForeign: boolean
}

/** A store as it should be and as it is: what the checks look at. */
export interface View extends Gathered {
  store: StoreResource
  status: Partial<StoreStatus>
  target: Target
  /** The target was ready as a whole once: what is missing now was removed by hand. */
  isRolledOut: boolean
  parts: Part[]
  /** Names of all that belongs to the target, whether it has to be there or not. */
  belongs: Set<string>
  missingSecrets: GeneratedSecret[]
}

export function look(gathered: Gathered, store: StoreResource): View {
  const status = store.status ?? {}
  const target = targetOf(gathered, store)
  const [wish, surroundings] = declared(gathered, store)
  const wanted = renderStore(wish, surroundings).map((object) =>
    complete(object.toJson() as KubeObject, store),
  )
  const parts = wanted
    // A rollback runs no migrations: older ones do not know a newer schema, and newer schemas suit both versions.
    .filter((object) => !(target.isRollback && object.kind === 'Job'))
    .map((object) => partOf(object, leastPods(object, wanted), gathered, store))
  return {
    ...gathered,
    store,
    status,
    target,
    isRolledOut: status.goodRevision === target.revision,
    parts: parts.sort(inOrder),
    belongs: new Set(wanted.map(nameOf)),
    missingSecrets: generatedSecrets(wish).filter((secret) => lacksKey(secret, gathered)),
  }
}

/** As it is sent: the garbage collector removes with the Store what holds no data. */
function complete(object: KubeObject, store: StoreResource): KubeObject {
  const owners = kindOf(object).holdsData ? {} : { ownerReferences: [ownerOf(store)] }
  return withDigest({
    ...object,
    metadata: { ...object.metadata, namespace: store.metadata.namespace ?? '', ...owners },
  })
}

/** An autoscaler takes its time to make the first pods: until then there are fewer than the spec asks for. */
function leastPods(object: KubeObject, wanted: KubeObject[]): number {
  const autoscaler = wanted.find((other) => {
    const target = fieldOf<{ kind?: string; name: string }>(other, 'spec', 'scaleTargetRef')
    return target?.name === object.metadata.name && (target.kind ?? 'Deployment') === object.kind
  })
  const least = (field: string) => autoscaler && fieldOf<number>(autoscaler, 'spec', field)
  return least('minReplicas') ?? least('minReplicaCount') ?? fieldOf<number>(object, 'spec', 'replicas') ?? 1
}

function partOf(wanted: KubeObject, least: number, { live, pods }: Gathered, store: StoreResource): Part {
  const there = live.get(nameOf(wanted))
  const readiness = there ? readinessOf(there, least) : absent(wanted, least)
  const culprit = there && culpritOf(podsOf(there, pods))
  return {
    wanted,
    live: there,
    phase: wanted.metadata.labels?.[PHASE_LABEL] as Phase,
    change: changeOf(wanted, there),
    readiness,
    culprit,
    trouble: troubleOf(wanted, readiness, culprit),
    isForeign: there !== undefined && !isOurs(there, store),
  }
}

const isOurs = (object: KubeObject, store: StoreResource): boolean =>
  isOwnedBy(object, store) ||
  object.metadata.labels?.[STORE_LABEL] === store.metadata.name ||
  (isAppliedByUs(object) && !object.metadata.labels?.[STORE_LABEL])

function absent(wanted: KubeObject, least: number): Readiness {
  const message = 'is not there'
  return { isComplete: false, works: false, ready: 0, wanted: hasPods(wanted) ? least : 0, message }
}

export const hasPods = ({ kind }: KubeObject): boolean => ['Deployment', 'StatefulSet'].includes(kind)

/** `orders: 0 of 1 pods ready: ImagePullBackOff ghcr.io/awesome-online-store/orders:0.2.0` */
function troubleOf(object: KubeObject, readiness: Readiness, culprit: string | undefined): string {
  const count = readiness.wanted > 0 ? `${readiness.ready} of ${readiness.wanted} pods ready` : ''
  const name = hasPods(object) ? object.metadata.name : nameOf(object)
  return [name, count, culprit ?? readiness.message].filter(Boolean).join(': ')
}

const inOrder = (a: Part, b: Part): number =>
  phases.indexOf(a.phase) - phases.indexOf(b.phase) || rankOf(a.wanted) - rankOf(b.wanted)

function lacksKey({ name, keys }: GeneratedSecret, { live }: Gathered): boolean {
  const secret = live.get(`Secret ${name}`)
  return keys.some((key) => !fieldOf(secret, 'data', key))
}
