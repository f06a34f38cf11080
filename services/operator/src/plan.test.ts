import { describe, expect, test } from 'vitest'
import type { Gathered } from './gather.ts'
import { type KubeObject, nameOf } from './objects.ts'
import { admission, course, plan } from './plan.ts'
import { revisionOf, type StoreResource } from './store-resource.ts'
import { ago, aSituation, aStore, installed, live } from './testing/situation.ts'
import type { Verdict } from './verdict.ts'

interface Case {
  store: StoreResource
  situation: (store: StoreResource) => Gathered
  /** The reasons of Ready, Progressing and Degraded. */
  says: [string, string, string]
  message?: string
  does?: string[]
  more?: Partial<Pick<Verdict, 'isGood' | 'hasFailed' | 'againInMs'>>
}

const good = (store: StoreResource): StoreResource => ({
  ...store,
  status: { ...store.status, goodRevision: revisionOf(store), version: '0.1.0' },
})
const ready = good(aStore())

/** What was good before the spec became this one. */
const revisionOfOld = revisionOf(aStore())
const goodRevision: KubeObject = {
  apiVersion: 'apps/v1',
  kind: 'ControllerRevision',
  metadata: {
    name: revisionOfOld,
    ownerReferences: [
      { apiVersion: 'aos.dev/v1alpha1', kind: 'Store', name: 'awesome', uid: 'uid-of-awesome' },
    ],
  },
  data: { spec: aStore().spec },
  revision: 1,
}
const newer = (status: StoreResource['status'] = {}): StoreResource =>
  aStore({ spec: { version: '0.2.0' }, status: { version: '0.1.0', goodRevision: revisionOfOld, ...status } })
const newerRevision = revisionOf(newer())
const since = (seconds: number, phase: 'services' | 'platform' = 'services') => ({
  rollout: { revision: newerRevision, phase, since: ago(seconds) },
})

const without = (name: string, { live, ...rest }: Gathered): Gathered => ({
  ...rest,
  live: new Map([...live].filter(([each]) => each !== name)),
})
const changed = (
  name: string,
  change: (object: KubeObject) => KubeObject,
  situation: Gathered,
): Gathered => ({
  ...situation,
  live: new Map([...situation.live].map(([each, object]) => [each, each === name ? change(object) : object])),
})
const unready = (object: KubeObject): KubeObject => ({
  ...object,
  status: { observedGeneration: 1, replicas: 1, updatedReplicas: 1 },
})
const ofVersion = (version: string, object: KubeObject): KubeObject => ({
  ...object,
  metadata: {
    ...object.metadata,
    annotations: { ...object.metadata.annotations, 'aos.dev/applied': version },
  },
})
const aPod = (more: Partial<KubeObject['metadata']>, status: object = {}): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'orders-1',
    labels: { 'app.kubernetes.io/name': 'orders', 'aos.dev/store': 'awesome' },
    ...more,
  },
  spec: { containers: [{ name: 'orders' }] },
  status,
})
const pulling = aPod(
  {},
  {
    containerStatuses: [
      {
        name: 'orders',
        image: 'ghcr.io/shop/orders:0.2.0',
        state: { waiting: { reason: 'ImagePullBackOff' } },
      },
    ],
  },
)

const cases: Record<string, Case> = {
  'the second Store of a namespace is refused, and told where to go': {
    store: aStore({ name: 'second', uid: 'another' }),
    situation: (store) => aSituation([ready, store]),
    says: ['NamespaceTaken', 'NamespaceTaken', 'NamespaceTaken'],
    message: 'namespace shop already has the store "awesome"',
  },
  'a spec that does not fit is refused with every fault, and nothing that runs is touched': {
    store: aStore({ spec: { version: 'no spaces, please', currency: 'nonsense' } }),
    situation: (store) => aSituation([store]),
    says: ['InvalidSpec', 'InvalidSpec', 'InvalidSpec'],
    message: 'spec.version',
  },
  'a wish that the cluster cannot fulfil is refused with the remedy': {
    store: aStore({ spec: { autoscaling: { type: 'keda' } } }),
    situation: (store) => aSituation([store]),
    says: ['PlatformMissing', 'PlatformMissing', 'PlatformMissing'],
    message: 'install it, or set autoscaling.type to auto',
    more: { againInMs: 15_000 },
  },
  'an operator that the store stands on and that is not installed is named': {
    store: aStore({ spec: { kafka: { type: 'strimzi' } } }),
    situation: (store) => aSituation([store]),
    says: ['PlatformMissing', 'PlatformMissing', 'PlatformMissing'],
    message: 'install Strimzi, or set spec.kafka.type to external or single',
  },
  'somebody else’s object under a name of the store is not overwritten': {
    store: aStore(),
    situation: (store) =>
      aSituation([store], {
        live: live({
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'orders', labels: { app: 'theirs' } },
        }),
      }),
    says: ['NameTaken', 'NameTaken', 'NameTaken'],
    message: 'Deployment orders: there already, and not of this store',
  },
  'a paused store is looked at and left alone': {
    store: { ...ready, spec: { ...ready.spec, paused: true } },
    situation: (store) => without('Deployment web', installed(store)),
    says: ['NotReady', 'Paused', 'NotReady'],
    does: [],
  },
  'a new store gets its secrets first': {
    store: aStore(),
    situation: (store) => aSituation([store]),
    says: ['RollingOut', 'Generating', 'AsExpected'],
    more: { againInMs: 0 },
  },
  'a secret that lacks a key gets that key only': {
    store: ready,
    situation: (store) =>
      changed('Secret orders-dapr', (secret) => ({ ...secret, data: {} }), installed(store)),
    says: ['Ready', 'Generating', 'AsExpected'],
    does: ['generate Secret orders-dapr'],
  },
  'what was deleted by hand is put back, whatever its phase': {
    store: ready,
    situation: (store) => without('Service kafka', without('Deployment web', installed(store))),
    says: ['NotReady', 'Repairing', 'NotReady'],
    does: ['apply Service kafka', 'apply Deployment web'],
    more: { againInMs: 0 },
  },
  'a field that somebody else took over is taken back': {
    store: ready,
    situation: (store) =>
      changed(
        'Service orders',
        ({ metadata, ...rest }) => ({
          ...rest,
          metadata: {
            ...metadata,
            managedFields: [{ manager: 'aos-operator', operation: 'Apply', fieldsV1: { 'f:metadata': {} } }],
          },
        }),
        installed(store),
      ),
    says: ['Ready', 'Repairing', 'AsExpected'],
    does: ['apply Service orders'],
  },
  'what is on its way out is not applied again before it is gone': {
    store: ready,
    situation: (store) =>
      changed(
        'Service orders',
        (service) => ({
          ...service,
          metadata: { ...service.metadata, deletionTimestamp: ago(1), managedFields: [] },
        }),
        installed(store),
      ),
    says: ['Ready', 'RollingOut', 'AsExpected'],
    does: [],
  },
  'a pod without a sidecar is made anew once the injector works': {
    store: ready,
    situation: (store) => installed(store, { pods: [aPod({ annotations: { 'dapr.io/enabled': 'true' } })] }),
    says: ['SidecarMissing', 'Repairing', 'SidecarMissing'],
    message: 'orders-1',
    does: ['delete Pod orders-1'],
  },
  'a pod without a sidecar stays and is named while the injector is away': {
    store: ready,
    situation: (store) =>
      installed(store, {
        pods: [aPod({ annotations: { 'dapr.io/enabled': 'true' } })],
        injectorWorks: false,
      }),
    says: ['SidecarMissing', 'Complete', 'SidecarMissing'],
    message: 'no Dapr sidecar in orders-1',
    does: [],
    more: { againInMs: 15_000 },
  },
  'a rollout applies its first phase only': {
    store: newer(),
    situation: (store) =>
      changed(
        'Deployment gateway',
        (object) => ofVersion('old', object),
        changed('Deployment orders', (object) => ofVersion('old', object), installed(store)),
      ),
    says: ['RollingOut', 'RollingOut', 'AsExpected'],
    message: 'services: applying Deployment orders',
    does: ['apply Deployment orders'],
    more: { againInMs: 0 },
  },
  'a phase that is not ready is waited for, and the culprit named': {
    store: newer(since(10)),
    situation: (store) =>
      changed(
        'Deployment gateway',
        (object) => ofVersion('old', object),
        changed('Deployment orders', unready, installed(store, { pods: [pulling] })),
      ),
    says: ['RollingOut', 'RollingOut', 'AsExpected'],
    message: 'orders: 0 of 1 pods ready: ImagePullBackOff ghcr.io/shop/orders:0.2.0',
    does: [],
    more: { againInMs: 15_000 },
  },
  'a Job whose template changed makes room for its successor': {
    store: newer(),
    situation: (store) => {
      const situation = installed(store)
      const job = [...situation.live.keys()].find((name) => name.startsWith('Job migrate-orders')) ?? ''
      return changed(job, (object) => ofVersion('old', object), situation)
    },
    says: ['RollingOut', 'RollingOut', 'AsExpected'],
    message: 'migrations: applying Job migrate-orders',
  },
  'a Job that failed a while ago is tried again': {
    store: newer(since(100)),
    situation: (store) => {
      const situation = installed(store)
      const job = [...situation.live.keys()].find((name) => name.startsWith('Job migrate-orders')) ?? ''
      const conditions = [
        { type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', lastTransitionTime: ago(90) },
      ]
      return changed(job, (object) => ({ ...object, status: { conditions } }), situation)
    },
    says: ['RollingOut', 'Retrying', 'AsExpected'],
    message: 'BackoffLimitExceeded',
  },
  'a version that is not ready in time is given up for the last good one': {
    store: newer(since(301)),
    situation: (store) =>
      changed('Deployment orders', unready, installed(store, { pods: [pulling], live: live(goodRevision) })),
    says: ['RolledBack', 'RollingBack', 'RolledBack'],
    message: '0.2.0 did not become ready within 300 s (orders: 0 of 1 pods ready: ImagePullBackOff',
    does: [],
    more: { hasFailed: true, againInMs: 0 },
  },
  'a version that is late stays where rollback is off': {
    store: aStore({
      ...newer(),
      spec: { version: '0.2.0', rollout: { automaticRollback: false } },
      status: {
        goodRevision: revisionOfOld,
        rollout: {
          revision: revisionOf(aStore({ spec: { version: '0.2.0', rollout: { automaticRollback: false } } })),
          phase: 'services',
          since: ago(301),
        },
      },
    }),
    situation: (store) =>
      changed('Deployment orders', unready, installed(store, { live: live(goodRevision) })),
    says: ['RollingOut', 'ProgressDeadlineExceeded', 'ProgressDeadlineExceeded'],
    message: 'orders: 0 of 1 pods ready',
    does: [],
  },
  'a first version that is late is not rolled back: there is nothing to go back to': {
    store: aStore({
      status: { rollout: { revision: revisionOf(aStore()), phase: 'services', since: ago(301) } },
    }),
    situation: (store) => changed('Deployment orders', unready, installed(store)),
    says: ['RollingOut', 'ProgressDeadlineExceeded', 'ProgressDeadlineExceeded'],
    does: [],
  },
  'a version that failed is kept away until the spec changes': {
    store: newer({ failedRevision: newerRevision }),
    situation: (store) => installed(store, { live: live(goodRevision) }),
    says: ['RolledBack', 'Complete', 'RolledBack'],
    message: '0.2.0 did not become ready; 0.1.0 is kept',
    does: [],
  },
  'who was the culprit of a failed version is said until the spec changes': {
    store: newer({
      failedRevision: newerRevision,
      conditions: [
        {
          type: 'Degraded',
          status: 'True',
          reason: 'RolledBack',
          message: '0.2.0 did not become ready within 300 s (orders: 0 of 1 pods ready); 0.1.0 is kept',
          lastTransitionTime: ago(10),
        },
      ],
    }),
    situation: (store) => installed(store, { live: live(goodRevision) }),
    says: ['RolledBack', 'Complete', 'RolledBack'],
    message: 'orders: 0 of 1 pods ready',
    does: [],
  },
  'a spec that became ready as a whole is remembered for a rollback': {
    store: newer(since(100)),
    situation: (store) => installed(store, { live: live(goodRevision) }),
    says: ['Ready', 'Complete', 'AsExpected'],
    does: [`apply ControllerRevision ${newerRevision}`],
    more: { isGood: true, againInMs: 0 },
  },
  'what the store owns and has no more is removed': {
    store: ready,
    situation: (store) =>
      installed(store, {
        live: live(
          {
            apiVersion: 'v1',
            kind: 'Service',
            metadata: {
              name: 'old',
              ownerReferences: [
                { ...goodRevision.metadata.ownerReferences?.[0], uid: 'uid-of-awesome' } as never,
              ],
            },
          },
          {
            apiVersion: 'v1',
            kind: 'Service',
            metadata: { name: 'theirs', labels: { 'aos.dev/store': 'awesome' } },
          },
          {
            apiVersion: 'v1',
            kind: 'Secret',
            metadata: { name: 'data', labels: { 'aos.dev/store': 'awesome' } },
          },
        ),
      }),
    says: ['Ready', 'Pruning', 'AsExpected'],
    does: ['delete Service old'],
  },
  'a store that is as it should be is left alone': {
    store: ready,
    situation: (store) => installed(store),
    says: ['Ready', 'Complete', 'AsExpected'],
    does: [],
  },
  'a service that stops working later is reported, not rolled back': {
    store: ready,
    situation: (store) => changed('Deployment orders', unready, installed(store, { pods: [pulling] })),
    says: ['NotReady', 'Complete', 'NotReady'],
    message: 'orders: 0 of 1 pods ready: ImagePullBackOff',
    does: [],
  },
}

const said = ({ conditions: { Ready, Progressing, Degraded } }: Verdict) => [
  Ready.reason,
  Progressing.reason,
  Degraded.reason,
]
const done = ({ actions }: Verdict) =>
  actions.map((action) =>
    action.do === 'generate'
      ? `generate Secret ${action.secret.name}`
      : `${action.do} ${nameOf(action.object)}`,
  )

describe('plan', () => {
  test.each(Object.entries(cases))('%s', (_, { store, situation, says, message, does, more }) => {
    const verdict = plan(situation(store), store)?.verdict
    if (!verdict) throw new Error('there is no verdict')
    expect(said(verdict)).toEqual(says)
    if (message)
      expect(JSON.stringify(Object.values(verdict.conditions).map((each) => each.message))).toContain(
        JSON.stringify(message).slice(1, -1),
      )
    if (does) expect(done(verdict)).toEqual(does)
    if (more) expect(verdict).toMatchObject(more)
  })

  test('objects to a Store before it looks at its parts, and repairs before it goes on', () => {
    const names = [...admission, ...course].map(({ name }) => name)
    expect(names).toEqual([
      'isNotTheFirst',
      'specDoesNotFit',
      'clusterLacksParts',
      'isPaused',
      'platformIsMissing',
      'namesAreTaken',
      'secretsAreMissing',
      'somethingDrifted',
      'sidecarsAreMissing',
      'newVersionFails',
      'failedJobIsDue',
      'phaseIsOpen',
      'targetIsGood',
      'somethingIsLeftOver',
    ])
  })

  test('a Store that is being deleted is left to the garbage collector', () => {
    const store = aStore({ deletionTimestamp: ago(1) })
    expect(plan(aSituation([store]), store)).toBeUndefined()
  })
})
