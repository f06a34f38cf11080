import { createHash, randomUUID } from 'node:crypto'
import { batched } from '@aos/chassis/batched'
import type { Database } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import type { Outbox } from '@aos/chassis/outbox'
import type { PlaceOrder } from '@aos/contracts/http'
import { kindsOfPayment, type Mandate } from '@aos/contracts/payment-methods'
import { type Pricing, termsOf } from '@aos/contracts/pricing'
import { countOpenOrders } from './history-table.ts'
import { type Deadlines, type Order, place } from './order.ts'
import { type CartToEmpty, findByIdempotencyKeys, insertOrders } from './orders-table.ts'
import { numbered } from './outgoing.ts'

export interface Request {
  idempotencyKey: string
  body: PlaceOrder
  cart: CartToEmpty | undefined
  /** Undefined: whoever calls without a session. */
  owner: string | undefined
  /** Who asks, as far as it is known. */
  client: Pick<Mandate, 'ipAddress' | 'userAgent'> | undefined
  traceparent: string | undefined
}

interface Rules {
  deadlines: Deadlines
  pricing: Pricing
  /** How many unpaid orders an owner may have: each holds stock. */
  mostOpenOrders: number
}

/**
 * Writes an order and its first message in one transaction. The idempotency key is unique in the
 * database, so a repeated request finds the order that it made, also after a crash or at another
 * replica. Requests that arrive together share a transaction.
 *
 * @returns the order's id.
 * @throws AppError conflict while the same key is being worked on; unprocessable when the key was used
 *   for another request, or the delivery is not offered; too-many when the owner's unpaid orders hold
 *   enough stock already.
 */
export function placeOrder(
  database: Database,
  outbox: Outbox,
  { deadlines, pricing, mostOpenOrders }: Rules,
): (request: Request) => Promise<string> {
  const underWay = new Set<string>()
  const write = batched((requests: Request[]) => writeOrders(requests))

  async function writeOrders(requests: Request[]): Promise<(string | AppError)[]> {
    const now = new Date()
    const candidates = requests.map((request) => {
      const { delivery, cartEtag: _, language, ...wanted } = request.body
      const order = {
        ...wanted,
        customer: { ...wanted.customer, ...(language && { language }) },
        id: randomUUID(),
        terms: termsOf(pricing, delivery),
        paymentType: wanted.paymentType,
        mandate: mandateIn(request, now),
      }
      return { ...request, ...place(order, now, deadlines), requestHash: hashOf(request.body) }
    })
    return database.transaction(async (tx) => {
      const held = await countOpenOrders(
        tx,
        candidates.flatMap(({ owner }) => owner ?? []),
      )
      const refusals = new Map(
        candidates.flatMap(({ order, owner }) => {
          const refusal = refusalOf({ order, owner, held, mostOpenOrders })
          return refusal ? [[order.id, refusal] as const] : []
        }),
      )
      const written = await insertOrders(
        tx,
        candidates.filter(({ order }) => !refusals.has(order.id)),
      )
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
        // What was placed before stays placed, whatever is offered since.
        if (earlier === undefined) return refusals.get(candidate.order.id) ?? candidate.order.id
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

/** By ordering, whoever pays by debit agrees to it. */
function mandateIn({ body: { paymentType }, client }: Request, now: Date): Mandate | undefined {
  if (!client || !paymentType || !kindsOfPayment[paymentType].needsMandate) return undefined
  return { acceptedAt: now.toISOString(), ...client }
}

interface Wish {
  order: Order
  owner: string | undefined
  held: Map<string, number>
  mostOpenOrders: number
}

function refusalOf({ order, owner, held, mostOpenOrders }: Wish): AppError | undefined {
  if (!order.terms) return noSuchDelivery()
  if (owner !== undefined && !take(held, owner, mostOpenOrders)) return tooManyOpen(mostOpenOrders)
  return undefined
}

/** Counts one more order of an owner, if that may be. */
function take(held: Map<string, number>, owner: string, most: number): boolean {
  const open = held.get(owner) ?? 0
  if (open >= most) return false
  held.set(owner, open + 1)
  return true
}

const noSuchDelivery = () =>
  new AppError(
    'unprocessable',
    'no-such-delivery',
    'this delivery is not offered any more; choose another one',
    { errors: [{ path: 'delivery', message: 'is not offered any more; choose another one' }] },
  )

const tooManyOpen = (most: number) =>
  new AppError(
    'too-many',
    'too-many-open-orders',
    `${most} of your orders wait for their payment; pay or cancel one of them first`,
    { retryAfterMs: 60_000 },
  )

const hashOf = (body: PlaceOrder): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('base64')
