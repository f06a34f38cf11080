import type { Handler, Subscriptions } from '@aos/chassis/inbox'
import type { PaymentCommand } from './payment.ts'

/** One handler, so that an order's commands in one batch are one transaction's few statements. */
export const paymentsSubscriptions = (
  followCommands: Handler<PaymentCommand['type']>,
): Subscriptions<'payments'> => ({
  ProcessPayment: followCommands,
  CancelPayment: followCommands,
  RefundPayment: followCommands,
})
