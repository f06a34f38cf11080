import { setTimeout as sleep } from 'node:timers/promises'
import type { Product } from '@aos/contracts/http'
import type { Pricing } from '@aos/contracts/pricing'
import { anOrder } from '../load/burst.ts'
import { good } from '../load/kinds.ts'
import type { Shoppers } from '../load/shopper.ts'
import type { Approvals } from './approvals.ts'
import { type Latencies, latenciesOf } from './latencies.ts'

export interface Bench {
  shoppers: Shoppers
  products: readonly Product[]
  pricing: Pricing
  approvals: Approvals
}

export interface LoopResult {
  sagas: number
  seconds: number
  perSecond: number
  /** From before the request is sent until orders approved it. */
  latency: Latencies
}

async function saga(bench: Bench, i: number, startedAt: number): Promise<number> {
  const { shoppers, products, pricing, approvals } = bench
  const { id } = await shoppers.place(anOrder(products, i, pricing), good)
  return (await approvals.of(id)) - startedAt
}

const resultOf = (latenciesMs: number[], startedAt: number): LoopResult => {
  const seconds = (Date.now() - startedAt) / 1000
  return {
    sagas: latenciesMs.length,
    seconds,
    perSecond: latenciesMs.length / seconds,
    latency: latenciesOf(latenciesMs),
  }
}

/** So many shoppers, each of whom orders again as soon as the last order is approved. */
export async function closedLoop(bench: Bench, inFlight: number, forSeconds: number): Promise<LoopResult> {
  const startedAt = Date.now()
  const latenciesMs: number[] = []
  let count = 0
  const shop = async () => {
    while (Date.now() - startedAt < forSeconds * 1000) {
      count += 1
      latenciesMs.push(await saga(bench, count, Date.now()))
    }
  }
  await Promise.all(Array.from({ length: inFlight }, shop))
  return resultOf(latenciesMs, startedAt)
}

/**
 * Orders at a fixed rate, however long earlier ones take. An order counts from when it was due, so that
 * a store which holds shoppers up does not look quick.
 */
export async function openLoop(bench: Bench, perSecond: number, forSeconds: number): Promise<LoopResult> {
  const startedAt = Date.now()
  const running: Promise<number>[] = []
  for (let i = 0; i < perSecond * forSeconds; i += 1) {
    const dueAt = startedAt + (i * 1000) / perSecond
    const early = dueAt - Date.now()
    if (early > 0) await sleep(early)
    running.push(saga(bench, i, dueAt))
  }
  return resultOf(await Promise.all(running), startedAt)
}
