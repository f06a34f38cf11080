import { createHash, randomUUID } from 'node:crypto'
import { batched } from '@aos/chassis/batched'
import type { Database } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import type { Outbox } from '@aos/chassis/outbox'
import type { PlaceOrder } from '@aos/contracts/http'
import { countOpenOrders } from './history-table.ts'
import { type Deadlines, place } from './order.ts'
import { type CartToEmpty, findByIdempotencyKeys, insertOrders } from './orders-table.ts'
import { numbered } from './outgoing.ts'

export interface Request {
  idempotencyKey: string
  body: PlaceOrder
  cart: CartToEmpty | undefined
  /** Undefined: whoever calls without a session. */
  owner: string | undefined
  traceparent: string | undefined
}

/**
 * Writes an order and its first message in one transaction. The idempotency key is unique in the
 * database, so a repeated request finds the order that it made, also after a crash or at another
 * replica. Requests that arrive together share a transaction.
 *
 * @returns the order's id.
 * @param mostOpenOrders how many unpaid orders an owner may have: each holds stock.
 * @throws AppError conflict while the same key is being worked on; unprocessable when the key was used
 *   for another request; too-many when the owner's unpaid orders hold enough stock already.
 */
export function placeOrder(
  database: Database,
  outbox: Outbox,
  deadlines: Deadlines,
  mostOpenOrders: number,
): (request: Request) => Promise<string> {
  const underWay = new Set<string>()
  const write = batched((requests: Request[]) => writeOrders(requests))

  async function writeOrders(requests: Request[]): Promise<(string | AppError)[]> {
    const now = new Date()
    const candidates = requests.map((request) => {
      const { lines, total, customer, paymentMethod } = request.body
      const placed = place({ id: randomUUID(), lines, total, customer, paymentMethod }, now, deadlines)
      return { ...request, ...placed, requestHash: hashOf(request.body) }
    })
    return database.transaction(async (tx) => {
      const held = await countOpenOrders(
        tx,
        candidates.flatMap(({ owner }) => owner ?? []),
      )
      const allowed = candidates.filter(
        ({ owner }) => owner === undefined || take(held, owner, mostOpenOrders),
      )
      const written = await insertOrders(tx, allowed)
      const isNew = ({ order }: (typeof candidates)[number]) => written.has(order.id)
      const fresh = candidates.filter(isNew)
      const traces = new Map(fresh.map(({ order, traceparent }) => [order.id, traceparent]))
      const messages = fresh.flatMap(({ order, messages }) => numbered(order, messages))
      await outbox.add(tx, messages, (orderId) => traces.get(orderId))

      const repeated = candidates.filter((candidate) => !isNew(candidate))
      if (repeated.length === 0) return candidates.map(({ order }) => order.id)
      const known = await findByIdempotencyKeys(
        tx,
        repeated.map(({ idempotencyKey }) => idempotencyKey),
      )
      return candidates.map((candidate) => {
        const earlier = known.get(candidate.idempotencyKey)
        if (earlier === undefined)
          return allowed.includes(candidate) ? candidate.order.id : tooManyOpen(mostOpenOrders)
        return earlier.requestHash === candidate.requestHash ? earlier.id : keyReused()
      })
    })
  }

  return async (request) => {
    if (underWay.has(request.idempotencyKey))
      throw new AppError(
        'conflict',
        'request-in-progress',
        'the same request is under way; repeat it in a moment',
      )
    underWay.add(request.idempotencyKey)
    try {
      const outcome = await write(request)
      if (outcome instanceof AppError) throw outcome
      return outcome
    } finally {
      underWay.delete(request.idempotencyKey)
    }
  }
}

const keyReused = () =>
  new AppError(
    'unprocessable',
    'idempotency-key-reused',
    'this Idempotency-Key was used for another request; take a new one for each order',
  )

/** Counts one more order of an owner, if that may be. */
function take(held: Map<string, number>, owner: string, most: number): boolean {
  const open = held.get(owner) ?? 0
  if (open >= most) return false
  held.set(owner, open + 1)
  return true
}

const tooManyOpen = (most: number) =>
  new AppError(
    'too-many',
    'too-many-open-orders',
    `${most} of your orders wait for their payment; pay or cancel one of them first`,
    { retryAfterMs: 60_000 },
  )

const hashOf = (body: PlaceOrder): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('base64')
