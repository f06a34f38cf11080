import { randomUUID } from 'node:crypto'
import { Database } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import { Inbox } from '@aos/chassis/inbox'
import type { Stored } from '@aos/chassis/keyed-state'
import { createLogger } from '@aos/chassis/logger'
import { Outbox } from '@aos/chassis/outbox'
import type { PlaceOrder } from '@aos/contracts/http'
import type { MessageType } from '@aos/contracts/messages'
import type { Line } from '@aos/contracts/order-parts'
import { type Pricing, usualPricing } from '@aos/contracts/pricing'
import { testDatabase } from '@aos/tests/harness/database'
import { AdvanceOrder } from './advance-order.ts'
import type { Carts } from './cart.ts'
import type { Order } from './order.ts'
import { OrderChanges } from './order-changes.ts'
import { anOrder, deadlines } from './order-samples.ts'
import { findOrder, insertOrders, updateOrders } from './orders-table.ts'
import { placeOrder, type Request } from './place-order.ts'
import { subscriptions } from './subscriptions.ts'

interface Said {
  type: MessageType
  sequence: number
  data: { orderId: string }
  traceparent?: string
}

/** One replica of orders, beside others at the same database. Kafka is played by the test. */
function replica(url: string) {
  const database = new Database({ DATABASE_URL: url, DATABASE_CONNECTIONS: 4 })
  const logger = createLogger('orders', 'silent')
  const published: Said[] = []
  const outbox = new Outbox('orders', {
    push: (rows) => published.push(...rows.map(({ event }) => JSON.parse(event) as Said)),
  })
  const changes = new OrderChanges()
  const advanceOrder = new AdvanceOrder({ database, outbox, logger, changes, deadlines })
  const inbox = new Inbox('orders', subscriptions(advanceOrder), { database, outbox, logger })
  const placeWith = (pricing: Pricing) =>
    placeOrder(database, outbox, { deadlines, pricing, mostOpenOrders: 10 })
  return {
    database,
    logger,
    changes,
    advanceOrder,
    inbox,
    /** What was handed to the relay after its commit. */
    published,
    place: placeWith(usualPricing),
    placeWith,
  }
}

export type OrdersUnderTest = Awaited<ReturnType<typeof startOrders>>

export async function startOrders() {
  const { url, stop: dropDatabase } = await testDatabase('orders')
  const [one, other] = [replica(url), replica(url)]
  const { database } = one
  return {
    ...one,
    other,
    /** Stores an order as it is given; it gets an id of its own. */
    put: async (given: Partial<Order>, traceparent?: string, owner?: string): Promise<Order> => {
      const order = anOrder({ id: randomUUID(), placedAt: new Date(), ...given })
      const row = { order, traceparent, idempotencyKey: order.id, requestHash: '', cart: undefined, owner }
      await database.transaction(async (tx) => {
        await insertOrders(tx, [row])
        await updateOrders(tx, [order])
      })
      return order
    },
    read: async (id: string): Promise<Order> => {
      const stored = await findOrder(database, id)
      if (!stored) throw new Error(`there is no order ${id}`)
      return stored.order
    },
    /** What stands in the outbox about the order. */
    said: async (id: string): Promise<Said[]> => {
      const rows: { event: string }[] = await database.knex('outbox').where('key', id).orderBy('id')
      return rows.map(({ event }) => JSON.parse(event) as Said)
    },
    count: async (table: string): Promise<number> => Number((await database.knex(table).count())[0]?.count),
    stop: async () => {
      await Promise.all([one.database.close(), other.database.close()])
      await dropDatabase()
    },
  }
}

export function aRequest(body: Partial<PlaceOrder> = {}, given: Partial<Request> = {}): Request {
  const { lines, total, customer, paymentMethod } = anOrder()
  return {
    idempotencyKey: randomUUID(),
    body: { lines: [...lines], total, customer, paymentMethod, ...body },
    cart: undefined,
    owner: undefined,
    client: undefined,
    traceparent: undefined,
    ...given,
  }
}

/** Carts without a state store, with the same rules about etags. */
export class CartsInMemory implements Carts {
  readonly stored = new Map<string, Stored<{ lines: Line[] }>>()
  #etags = 0
  isAway = false

  read = async (owner: string) => {
    this.#mustBeThere()
    return this.stored.get(owner)
  }

  write = async (owner: string, value: { lines: Line[] }, etag: string | undefined) => {
    this.#mustBeThere()
    if (this.stored.get(owner)?.etag !== etag)
      throw new AppError('conflict', 'changed-meanwhile', 'it has changed meanwhile')
    this.#etags += 1
    this.stored.set(owner, { value, etag: String(this.#etags) })
  }

  remove = async (owner: string, etag: string) => {
    this.#mustBeThere()
    if (this.stored.get(owner)?.etag === etag) this.stored.delete(owner)
  }

  #mustBeThere(): void {
    if (this.isAway) throw new AppError('unavailable', 'state-unavailable', 'try again')
  }
}
