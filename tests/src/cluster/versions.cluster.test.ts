import { serviceNames } from '@aos/contracts/services'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { violationsIn } from '../invariants/settle.ts'
import { tableOf } from '../invariants/table.ts'
import { ClusterStore } from './cluster-store.ts'
import { conditionOf, isReady, type StoreObject } from './store-object.ts'
import { specOf, TABLE_OF_LATER, type Version, versionedParts } from './versions.ts'
import { type Sold, whileOrdersFlow } from './while-orders-flow.ts'

const MINUTE = 60_000

const versions = inject('versions')
let store: ClusterStore
beforeAll(async () => {
  store = await ClusterStore.open(inject('clusterStore'))
})
afterAll(() => store?.close())

function expectClean(what: string, { placed, repeats, verdicts }: Sold): void {
  console.log(`${what}: ${placed.length} orders, ${repeats} requests were repeated\n${tableOf(verdicts)}`)
  expect(violationsIn(verdicts)).toEqual([])
}

async function runningImages(): Promise<Record<string, string[]>> {
  const images = versionedParts.map(async (part): Promise<[string, string[]]> => {
    const containers = (await store.pods(part)).flatMap(({ spec }) => spec.containers)
    return [part, containers.filter(({ name }) => name === part).map(({ image }) => image)]
  })
  return Object.fromEntries(await Promise.all(images))
}

/** Pods that were replaced take a while to end. */
const expectToRun = ({ images }: Version) =>
  expect
    .poll(runningImages, { timeout: MINUTE, interval: 1000 })
    .toEqual(Object.fromEntries(Object.entries(images).map(([part, image]) => [part, [image]])))

const runs =
  ({ version }: Version) =>
  (object: StoreObject) =>
    isReady(object) && object.status?.version === version

const usual = { progressDeadlineSeconds: 300 }

async function changeTo(version: Version): Promise<void> {
  await store.change({ ...specOf(version), rollout: usual })
  await store.becomes(`version ${version.version} runs`, runs(version), 8 * MINUTE)
}

it('a new version comes in while orders flow: its tables first, and no invariant breaks', async () => {
  expectClean('upgrade', await whileOrdersFlow(store, () => changeTo(versions.later)))
  await expectToRun(versions.later)
  expect(await tableExists(TABLE_OF_LATER)).toBe(true)
})

it('the version before comes back while orders flow, on the newer tables, and no invariant breaks', async () => {
  await changeTo(versions.later)
  expectClean('rollback', await whileOrdersFlow(store, () => changeTo(versions.first)))
  await expectToRun(versions.first)
})

it('a version that does not work is rolled back by itself, and the store sells meanwhile', async () => {
  await changeTo(versions.first)
  const sold = await whileOrdersFlow(store, async () => {
    await store.change({ ...specOf(versions.broken), rollout: { progressDeadlineSeconds: 45 } })
    await store.becomes(
      'the broken version is rolled back',
      (object) => object.status?.failedRevision !== undefined && object.status.rollout === undefined,
      8 * MINUTE,
    )
  })
  expectClean('broken version', sold)
  const object = await store.object()
  expect(object.status?.version).toBe(versions.first.version)
  expect(conditionOf(object, 'Degraded')).toMatchObject({
    status: 'True',
    message: expect.stringContaining('orders'),
  })
  await expectToRun(versions.first)
  await changeTo(versions.first)
})

const replicasOfEach = (min: number) =>
  Object.fromEntries(serviceNames.map((name) => [name, { replicas: { min, max: 3 } }]))

it('each service gets a second replica, and loses it again, while orders flow: no invariant breaks', async () => {
  await changeTo(versions.first)
  const sold = await whileOrdersFlow(store, async () => {
    await store.change({ services: replicasOfEach(2), kafka: { partitions: 2 } })
    await store.becomesReady(8 * MINUTE)
    for (const name of serviceNames) expect(await readyPods(name), name).toBe(2)
    await store.change({ services: replicasOfEach(1) })
    await store.becomesReady(8 * MINUTE)
  })
  expectClean('two replicas', sold)
})

const readyPods = async (name: string): Promise<number> =>
  (await store.pods(name)).filter(({ status: { containerStatuses = [] } }) =>
    containerStatuses.some((container) => container.name === name && container.ready),
  ).length

async function tableExists(table: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: store.place.databaseUrls.orders })
  await client.connect()
  const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS exists', [table])
  await client.end()
  return rows[0]?.exists === true
}
