import type { Handler } from '@aos/chassis/inbox'
import type { Logger } from '@aos/chassis/logger'
import { advancePayments } from './advance-payments.ts'
import type { PaymentCommand } from './payment.ts'
import type { Payment } from './payment-state.ts'

/**
 * ProcessPayment, CancelPayment and RefundPayment: writes down what is wanted; the broker is called
 * after the commit, by `goToBroker`.
 */
export const followCommands =
  ({
    goToBroker,
    leaseMs,
    logger,
  }: {
    goToBroker: (due: Payment[]) => void
    leaseMs: number
    logger: Logger
  }): Handler<PaymentCommand['type']> =>
  async (tx, commands) => {
    const facts = commands.map((command) => ({ orderId: command.data.orderId, heard: command }))
    const { messages, due } = await advancePayments(tx, facts, { now: new Date(), leaseMs, logger })
    tx.afterCommit(() => goToBroker(due))
    return messages
  }
