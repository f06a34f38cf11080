import { readFileSync } from 'node:fs'
import { dataPaths } from '@aos/local/data-folder'
import { until } from '../harness/until.ts'
import type { Books } from '../invariants/gather.ts'
import type { Verdict } from '../invariants/invariants.ts'
import { settled } from '../invariants/settle.ts'
import { burst } from '../load/burst.ts'
import { restock } from '../load/restock.ts'
import type { Placed } from '../load/shopper.ts'

const ORDERS = 200
const SETTLE_MS = 300_000

export interface Patient extends Books {
  addresses: Books['addresses'] & { shop: string }
  dataDir: string
}

interface Running {
  name: string
  pid: number
}

/** Supervision notes each process that it starts. */
const running = ({ dataDir }: Patient): Running[] =>
  JSON.parse(readFileSync(dataPaths(dataDir).processes, 'utf8')) as Running[]

const pidOf = (store: Patient, name: string): number | undefined =>
  running(store).findLast((one) => one.name === name)?.pid

export const processNames = (store: Patient): string[] => running(store).map(({ name }) => name)

export interface Survival {
  placed: Placed[]
  verdicts: Verdict[]
}

/** Kills a process of the store in the middle of a burst of orders, and lets supervision alone repair it. */
export async function surviveDeathOf(name: string, store: Patient): Promise<Survival> {
  await restock(store.databaseUrls.stock ?? '', ORDERS)
  const pid = pidOf(store, name)
  if (pid === undefined) throw new Error(`the store has no process called ${name}`)
  let count = 0
  const placed = await burst({
    shop: store.addresses.shop,
    orders: ORDERS,
    onPlaced: () => {
      count += 1
      if (count === ORDERS / 4) process.kill(pid, 'SIGKILL')
    },
  })
  await until(`${name} is running again`, () => ![undefined, pid].includes(pidOf(store, name)), {
    withinMs: 120_000,
  })
  const verdicts = await settled(
    store,
    placed.map(({ id }) => id),
    { waitMs: SETTLE_MS, untilDelivered: true, afterFaults: true },
  )
  return { placed, verdicts }
}
