import { batched } from '@aos/chassis/batched'
import type { Database } from '@aos/chassis/database'
import type { Logger } from '@aos/chassis/logger'
import type { Outbox } from '@aos/chassis/outbox'
import { advancePayments } from './advance-payments.ts'
import type { BrokerOutcome } from './broker.ts'
import type { Payment } from './payment-state.ts'

export interface Learned {
  orderId: string
  outcome: BrokerOutcome
  /** Of the call that told it; events of the broker continue the order's own trace. */
  traceparent?: string | undefined
}

/** @returns the payment as it is now. */
export type RecordOutcome = (learned: Learned) => Promise<Payment | undefined>

/** Outcomes and the messages about them, those that come together in one transaction. */
export const recordOutcomes = ({
  database,
  outbox,
  leaseMs,
  logger,
}: {
  database: Database
  outbox: Outbox
  leaseMs: number
  logger: Logger
}): RecordOutcome =>
  batched((batch: Learned[]) =>
    database.transaction(async (tx) => {
      const facts = batch.map(({ orderId, outcome }) => ({ orderId, heard: outcome }))
      const { messages, payments } = await advancePayments(tx, facts, {
        now: new Date(),
        leaseMs,
        logger,
      })
      const traces = new Map(batch.map(({ orderId, traceparent }) => [orderId, traceparent]))
      await outbox.add(tx, messages, (orderId) => traces.get(orderId) ?? payments.get(orderId)?.traceparent)
      return batch.map(({ orderId }) => payments.get(orderId))
    }),
  )
