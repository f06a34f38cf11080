import { serviceNames } from '@aos/contracts/services'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { violationsIn } from '../invariants/settle.ts'
import { tableOf } from '../invariants/table.ts'
import { ClusterStore } from './cluster-store.ts'
import { whileOrdersFlow } from './while-orders-flow.ts'

let store: ClusterStore

beforeAll(async () => {
  store = await ClusterStore.open(inject('clusterStore'))
})
afterAll(() => store?.close())

/** Without a chance to say goodbye, and the pod's sidecar with it. */
const killPods = (part: string) =>
  store.namespace.run(
    ...['delete', 'pods', `--selector=app.kubernetes.io/name=${part},aos.dev/store=${store.address.name}`],
    ...['--grace-period=0', '--force'],
  )

it.each(serviceNames)(
  'the pod of %s is killed while orders flow: each order ends, no invariant breaks',
  async (name) => {
    const before = (await store.pods(name)).map(({ metadata }) => metadata.uid)
    const { placed, repeats, verdicts } = await whileOrdersFlow(store, async () => {
      await killPods(name)
      await store.namespace.rolledOut(name, 180_000)
    })
    console.log(`${name}: ${placed.length} orders, ${repeats} requests were repeated\n${tableOf(verdicts)}`)
    expect(violationsIn(verdicts)).toEqual([])
    const after = (await store.pods(name)).map(({ metadata }) => metadata.uid)
    expect(after.filter((uid) => before.includes(uid))).toEqual([])
  },
)
