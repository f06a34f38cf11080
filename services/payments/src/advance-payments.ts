import type { Transaction } from '@aos/chassis/database'
import type { Logger } from '@aos/chassis/logger'
import type { Outgoing } from '@aos/chassis/outbox'
import { traceIdIn } from '@aos/chassis/telemetry'
import type { BrokerOutcome } from './broker.ts'
import { decide, type PaymentCommand } from './payment.ts'
import { isDue, type Payment } from './payment-state.ts'
import { insertPayments, lockPayments, updatePayments } from './payments-table.ts'

interface Heard {
  orderId: string
  heard: PaymentCommand | BrokerOutcome
}

interface Advanced {
  messages: Outgoing[]
  /** Every payment that was heard about, as it is now. */
  payments: Map<string, Payment>
  /** Those for which something is to be done at the broker at once. */
  due: Payment[]
}

/** The one place where payments change: gather, decide, write, for many orders at once. */
export async function advancePayments(
  tx: Transaction,
  facts: Heard[],
  { now, leaseMs, logger }: { now: Date; leaseMs: number; logger: Logger },
): Promise<Advanced> {
  const before = await lockPayments(tx, [...new Set(facts.map(({ orderId }) => orderId))])
  const payments = new Map(before)
  const changed = new Set<string>()
  const messages: Outgoing[] = []
  for (const { orderId, heard } of facts) {
    const decision = decide(payments.get(orderId), heard, now)
    if ('ignored' in decision) {
      logger.debug({ orderId, heard: heard.type }, `ignored because ${decision.ignored}`)
      continue
    }
    payments.set(orderId, decision.payment)
    changed.add(orderId)
    messages.push(...decision.messages)
  }
  const all = [...changed].flatMap((orderId) => payments.get(orderId) ?? [])
  const rows = all.map((payment) => leased(payment, now, leaseMs))
  await Promise.all([
    insertPayments(
      tx,
      rows.filter(({ orderId }) => !before.has(orderId)),
    ),
    updatePayments(
      tx,
      rows.filter(({ orderId }) => before.has(orderId)),
      now,
    ),
  ])
  tx.afterCommit(() => log(messages, payments, logger))
  return { messages, payments, due: all.filter((payment) => isDue(payment, now)) }
}

/** What is due is handed over in memory; the row comes up again only if this process dies before the outcome. */
const leased = (payment: Payment, now: Date, leaseMs: number): Payment =>
  isDue(payment, now) ? { ...payment, nextAttemptAt: new Date(now.getTime() + leaseMs) } : payment

const sentences: Partial<Record<Outgoing['type'], string>> = {
  PaymentSucceeded: 'payment succeeded',
  PaymentFailed: 'payment failed',
  PaymentCancelled: 'payment cancelled',
  PaymentRefunded: 'payment refunded',
}

function log(messages: Outgoing[], payments: Map<string, Payment>, logger: Logger): void {
  for (const { type, data } of messages) {
    const traceId = traceIdIn(payments.get(data.orderId)?.traceparent)
    const reason = 'code' in data ? { code: data.code } : {}
    logger.info({ orderId: data.orderId, traceId, ...reason }, sentences[type])
  }
}
