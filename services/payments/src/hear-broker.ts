import { batched } from '@aos/chassis/batched'
import type { Database } from '@aos/chassis/database'
import type { BrokerNews } from './broker.ts'
import { decide } from './payment.ts'
import { isDue, type Payment } from './payment-state.ts'
import { selectPayments } from './payments-table.ts'
import type { RecordOutcome } from './record-outcomes.ts'

/**
 * An event of the broker. Most tell what the answer to our call told already: those cost a look into the
 * table, shared by all that arrive together, and no transaction.
 */
export function hearBroker({
  database,
  recordOutcome,
  goToBroker,
}: {
  database: Database
  recordOutcome: RecordOutcome
  goToBroker: (due: Payment[]) => void
}): (news: BrokerNews) => Promise<void> {
  const payment = batched(async (orderIds: string[]) => {
    const payments = await selectPayments(database, [...new Set(orderIds)])
    return orderIds.map((orderId) => payments.get(orderId))
  })
  return async ({ orderId, outcome }) => {
    const decision = decide(await payment(orderId), outcome, new Date())
    if ('ignored' in decision) return
    const after = await recordOutcome({ orderId, outcome })
    if (after && isDue(after, new Date())) goToBroker([after])
  }
}
