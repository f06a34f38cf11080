import { randomUUID } from 'node:crypto'
import type { LookupFunction } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathTo } from '@aos/contracts/api'
import type { Checkout, Order, PlaceOrder, Product, ProductPage } from '@aos/contracts/http'
import type { Pricing } from '@aos/contracts/pricing'
import { Agent, request } from 'undici'
import type { Kind } from './kinds.ts'

const GIVE_UP_MS = 180_000
const PAUSE_MS = { first: 100, most: 2_000 }

export interface Placed {
  id: string
  kind: Kind
  /** How many requests it took until one was answered with 2xx. */
  attempts: number
}

/** Shoppers at the store's only door, who repeat with the same key until they are answered. */
export class Shoppers {
  readonly #shop: string
  readonly #agent: Agent

  /** @param lookup finds the shop's host where no name service knows it. */
  constructor(shop: string, lookup?: LookupFunction) {
    this.#shop = shop
    this.#agent = new Agent({
      connections: 128,
      keepAliveTimeout: 10_000,
      ...(lookup && { connect: { lookup } }),
    })
  }

  async products(): Promise<Product[]> {
    const page = (await this.#get(`${pathTo('listProducts')}?pageSize=100`)) as ProductPage
    return page.products
  }

  async pricing(): Promise<Pricing> {
    return ((await this.#get(pathTo('getCheckout'))) as Checkout).pricing
  }

  order(id: string): Promise<Order> {
    return this.#get(pathTo('getOrder', { id })) as Promise<Order>
  }

  async place(order: PlaceOrder, kind: Kind): Promise<Placed> {
    const key = randomUUID()
    const body = JSON.stringify(kind.change?.(order) ?? order)
    const send = () => this.#untilAnswered(pathTo('placeOrder'), { 'idempotency-key': key }, body)
    const answers = await Promise.all(kind.isSentTwice ? [send(), send()] : [send()])
    const ids = new Set(answers.map(({ answer }) => (answer as { id: string }).id))
    const [id] = ids
    if (id === undefined || ids.size > 1) throw new Error(`one request made ${ids.size} orders: ${[...ids]}`)
    if (kind.cancelAfterMs !== undefined) {
      await sleep(kind.cancelAfterMs)
      await this.cancel(id)
    }
    return { id, kind, attempts: answers[0]?.attempts ?? 0 }
  }

  /** Too late is an answer as well. */
  async cancel(id: string): Promise<void> {
    await this.#untilAnswered(
      pathTo('cancelOrder', { id }),
      {},
      '{}',
      (status, code) => status === 409 && code !== 'request-in-progress',
    )
  }

  async #get(path: string): Promise<unknown> {
    const { statusCode, body } = await request(`${this.#shop}${path}`, { dispatcher: this.#agent })
    const answer = await body.json()
    if (statusCode !== 200) throw new Error(`${path} answers ${statusCode}: ${JSON.stringify(answer)}`)
    return answer
  }

  async #untilAnswered(
    path: string,
    headers: Record<string, string>,
    body: string,
    isFinal: (status: number, code: unknown) => boolean = () => false,
  ): Promise<{ answer: unknown; attempts: number }> {
    const deadline = Date.now() + GIVE_UP_MS
    let pauseMs = PAUSE_MS.first
    for (let attempts = 1; ; attempts += 1) {
      const { status, answer } = await this.#post(path, headers, body)
      const { code } = (answer ?? {}) as { code?: unknown }
      if (status < 300 || isFinal(status, code)) return { answer, attempts }
      const mayPassLater = status >= 500 || status === 409 || status === 429
      if (!mayPassLater || Date.now() > deadline)
        throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`)
      await sleep(pauseMs)
      pauseMs = Math.min(pauseMs * 2, PAUSE_MS.most)
    }
  }

  /** No answer counts as 503: nobody knows whether it was done, so it is asked again. */
  async #post(path: string, headers: Record<string, string>, body: string) {
    try {
      const answer = await request(`${this.#shop}${path}`, {
        method: 'POST',
        dispatcher: this.#agent,
        headers: { 'content-type': 'application/json', ...headers },
        body,
        headersTimeout: 30_000,
      })
      const text = await answer.body.text()
      return { status: answer.statusCode, answer: jsonOf(text) }
    } catch (error) {
      return { status: 503, answer: { code: (error as { code?: string }).code } }
    }
  }

  close(): Promise<void> {
    return this.#agent.close()
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
