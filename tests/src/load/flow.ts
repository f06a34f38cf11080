import type { Product } from '@aos/contracts/http'
import type { Pricing } from '@aos/contracts/pricing'
import { until } from '../harness/until.ts'
import { anOrder } from './burst.ts'
import { kinds, mixOf } from './kinds.ts'
import type { Placed, Shoppers } from './shopper.ts'

/** Long enough that every kind comes as often as its weight says. */
const MIX = 200

/** Orders of all kinds that keep coming, so many a second, however long each takes to be answered. */
export class Flow {
  readonly #shoppers: Shoppers
  readonly #products: readonly Product[]
  readonly #pricing: Pricing
  readonly #mix = mixOf(MIX, kinds)
  readonly #answers: Promise<unknown>[] = []
  readonly #placed: Placed[] = []
  readonly #timer: NodeJS.Timeout
  #failure: Error | undefined

  constructor(
    shoppers: Shoppers,
    { products, pricing }: { products: readonly Product[]; pricing: Pricing },
    perSecond: number,
  ) {
    this.#shoppers = shoppers
    this.#products = products
    this.#pricing = pricing
    this.#timer = setInterval(() => this.#answers.push(this.#placeNext()), 1000 / perSecond)
  }

  async #placeNext(): Promise<void> {
    const i = this.#answers.length
    const kind = this.#mix[i % this.#mix.length]
    if (!kind) return
    try {
      this.#placed.push(await this.#shoppers.place(anOrder(this.#products, i, this.#pricing), kind))
    } catch (error) {
      this.#failure ??= error as Error
    }
  }

  /** Waits until so many more orders were answered. */
  async hasPlaced(more: number): Promise<void> {
    const wanted = this.#placed.length + more
    await until(`${more} more orders are answered`, () => this.#placed.length >= wanted, {
      withinMs: 120_000,
    })
  }

  /** @throws when an order was refused, or not answered in time. */
  async stop(): Promise<readonly Placed[]> {
    clearInterval(this.#timer)
    await Promise.all(this.#answers)
    if (this.#failure) throw this.#failure
    return this.#placed
  }
}
