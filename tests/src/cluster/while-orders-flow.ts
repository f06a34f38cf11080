import type { Verdict } from '../invariants/invariants.ts'
import { settled } from '../invariants/settle.ts'
import { Flow } from '../load/flow.ts'
import { restock } from '../load/restock.ts'
import type { Placed } from '../load/shopper.ts'
import type { ClusterStore } from './cluster-store.ts'

const PER_SECOND = 4
const PLENTY = 2000
const ENOUGH = 20
const SETTLE_MS = 240_000

export interface Sold {
  placed: readonly Placed[]
  /** How many of the requests had to be sent again. */
  repeats: number
  verdicts: Verdict[]
}

/** Does something to a store that sells before, meanwhile and afterwards; then lets it come to rest. */
export async function whileOrdersFlow(store: ClusterStore, act: () => Promise<unknown>): Promise<Sold> {
  await restock(store.place.databaseUrls.stock ?? '', PLENTY)
  const shoppers = store.shoppers()
  try {
    const [products, pricing] = await Promise.all([shoppers.products(), shoppers.pricing()])
    const placed = await sell(new Flow(shoppers, { products, pricing }, PER_SECOND), act)
    const ids = placed.map(({ id }) => id)
    const verdicts = await settled(store.place, ids, { waitMs: SETTLE_MS, afterFaults: true })
    return { placed, repeats: placed.reduce((sum, { attempts }) => sum + attempts - 1, 0), verdicts }
  } finally {
    await shoppers.close()
  }
}

async function sell(flow: Flow, act: () => Promise<unknown>): Promise<readonly Placed[]> {
  try {
    await flow.hasPlaced(ENOUGH)
    await act()
    await flow.hasPlaced(ENOUGH)
  } catch (error) {
    await flow.stop().catch(() => {})
    throw error
  }
  return flow.stop()
}
