import type { Database, Transaction } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import type { Logger } from '@aos/chassis/logger'
import { metrics } from '@aos/chassis/metrics'
import type { Outbox, Outgoing } from '@aos/chassis/outbox'
import { activeTraceparent, traceIdIn } from '@aos/chassis/telemetry'
import type { Message } from '@aos/contracts/messages'
import { type Deadlines, type Decision, decide, type Heard, type Order, type Stimulus } from './order.ts'
import type { OrderChanges } from './order-changes.ts'
import { lockOrders, lockOverdueOrders, updateOrders } from './orders-table.ts'
import { numbered } from './outgoing.ts'

interface Parts {
  database: Database
  outbox: Outbox
  logger: Logger
  changes: OrderChanges
  deadlines: Deadlines
}

interface Traces {
  /** Of what happens now. */
  traceparent: string | undefined
  /** In which the order was placed. */
  own: string | undefined
}

/** Gather, decide, apply: whatever moves an order goes through `decide`. */
export class AdvanceOrder {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** What the other services said. */
  onMessages = async (tx: Transaction, messages: Message<Heard>[]): Promise<Outgoing[]> => {
    const orders = await lockOrders(tx, [...new Set(messages.map(({ data }) => data.orderId))])
    const changed = new Map<string, Order>()
    const outgoing: Outgoing[] = []
    for (const message of messages) {
      const { orderId } = message.data
      const current = changed.get(orderId) ?? orders.get(orderId)?.order
      if (!current)
        throw new AppError('unprocessable', 'no-such-order', `${message.type} is about an unknown order`)
      const decision = this.#decide(current, message, {
        traceparent: message.traceparent,
        own: orders.get(orderId)?.traceparent,
      })
      if ('ignored' in decision) continue
      changed.set(orderId, decision.order)
      outgoing.push(...numbered(decision.order, decision.messages))
    }
    await this.#apply(tx, [...changed.values()])
    return outgoing
  }

  /** The customer's wish to cancel. */
  async cancel(orderId: string): Promise<void> {
    await this.#parts.database.transaction(async (tx) => {
      const stored = (await lockOrders(tx, [orderId])).get(orderId)
      if (!stored) throw noSuchOrder(orderId)
      const traceparent = activeTraceparent() ?? stored.traceparent
      const decision = this.#decide(
        stored.order,
        { type: 'CancellationRequested' },
        { traceparent, own: stored.traceparent },
      )
      if (!('ignored' in decision)) return this.#applyAndSay(tx, [{ ...decision, traceparent }])
      if (stored.order.status !== 'cancelling' && stored.order.status !== 'cancelled')
        throw new AppError('conflict', 'too-late-to-cancel', decision.ignored)
    })
  }

  /** @returns whether there may be more. */
  async enforceDeadlines(): Promise<boolean> {
    return this.#parts.database.transaction(async (tx) => {
      const overdue = await lockOverdueOrders(tx)
      const decisions = overdue.flatMap(({ order, traceparent }) => {
        const decision = this.#decide(order, { type: 'DeadlinePassed' }, { traceparent, own: traceparent })
        return 'ignored' in decision ? [] : [{ ...decision, traceparent }]
      })
      await this.#applyAndSay(tx, decisions)
      return decisions.length > 0
    })
  }

  #decide(order: Order, stimulus: Stimulus, { traceparent, own }: Traces): Decision {
    const decision = decide(order, stimulus, new Date(), this.#parts.deadlines)
    const context = { orderId: order.id, traceId: traceIdIn(traceparent) }
    if ('ignored' in decision)
      this.#parts.logger.info(context, `${stimulus.type} ignored: ${decision.ignored}`)
    else if (decision.order.status !== order.status)
      this.#parts.logger.info(context, `${stimulus.type}: ${order.status} → ${decision.order.status}`)
    return 'ignored' in decision || traceIdIn(traceparent) === traceIdIn(own)
      ? decision
      : { ...decision, order: withTrace(decision.order, order.journey.length, traceIdIn(traceparent)) }
  }

  async #applyAndSay(
    tx: Transaction,
    decisions: (Exclude<Decision, { ignored: string }> & { traceparent: string | undefined })[],
  ): Promise<void> {
    await this.#apply(
      tx,
      decisions.map(({ order }) => order),
    )
    const traces = new Map(decisions.map(({ order, traceparent }) => [order.id, traceparent]))
    const outgoing = decisions.flatMap(({ order, messages }) => numbered(order, messages))
    await this.#parts.outbox.add(tx, outgoing, (orderId) => traces.get(orderId))
  }

  async #apply(tx: Transaction, orders: Order[]): Promise<void> {
    if (orders.length === 0) return
    await updateOrders(tx, orders)
    tx.afterCommit(() => {
      for (const { status } of orders) metrics.sagaTransitions.inc({ status })
      this.#parts.changes.announce(orders.map(({ id }) => id))
    })
  }
}

/** What is new in the journey happened in another trace than the order was placed in, such as a webhook's. */
function withTrace(order: Order, known: number, traceId: string | undefined): Order {
  if (traceId === undefined) return order
  const journey = order.journey.map((entry, i) => (i < known ? entry : { ...entry, traceId }))
  return { ...order, journey }
}

export const noSuchOrder = (id: string) =>
  new AppError('not-found', 'no-such-order', `there is no order ${id}; check the link in your e-mail`)
