import type { OrderStatus } from '@aos/contracts/journey'
import { removedPerson } from '@aos/contracts/removed-person'
import type { Facts, MailFact, OrderFact } from './facts.ts'
import { groupBy } from './group-by.ts'
import type { Strictness, Violation } from './invariants.ts'

/** What a customer has to be told once the order is so far. */
const owed: Partial<Record<OrderStatus, readonly string[]>> = {
  approved: ['OrderApproved'],
  shipped: ['OrderApproved', 'ShipmentDispatched'],
  delivered: ['OrderApproved', 'ShipmentDelivered'],
  rejected: ['OrderRejected'],
  cancelled: ['OrderCancelled'],
}

const about = (orderId: string, what: string) => `${orderId} ${what}`

/** Each customer got their e-mail: at least once, and once unless the mail server's answer was lost. */
export function mailOfCustomers(
  { orders, mails, emails }: Facts,
  finished: readonly OrderFact[],
  { afterFaults = false }: Strictness,
): Violation[] {
  const received = groupBy(mails, (mail) => about(mail.orderId, mail.about))
  // Refused for good by the customer's own mail server: nothing more can be done.
  const refused = new Set(
    emails.filter(({ status }) => status === 'failed').map((email) => about(email.orderId, email.about)),
  )
  const attempts = new Map(emails.map((email) => [about(email.orderId, email.about), email.attempts]))
  const missing = finished.flatMap(({ id, status }) =>
    (owed[status] ?? [])
      .filter((what) => !received.has(about(id, what)) && !refused.has(about(id, what)))
      .map((what) => ({ subject: id, problem: `is ${status}, but no e-mail about ${what} came` })),
  )
  const repeated = [...received.values()].flatMap((copies) => {
    const [first] = copies
    if (!first || copies.length === 1) return []
    const isSame = new Set(copies.map(({ messageId }) => messageId)).size === 1
    const answersMayBeLost =
      afterFaults || copies.length <= (attempts.get(about(first.orderId, first.about)) ?? 0)
    if (isSame && answersMayBeLost) return []
    return { subject: first.orderId, problem: `${copies.length} e-mails about ${first.about} came` }
  })
  return [...missing, ...repeated, ...misdirected(orders, mails)]
}

function misdirected(orders: readonly OrderFact[], mails: readonly MailFact[]): Violation[] {
  const addresses = new Map(orders.map(({ id, email }) => [id, email.toLowerCase()]))
  return mails.flatMap(({ orderId, messageId, to }) => {
    const address = addresses.get(orderId)
    if (address === undefined)
      return { subject: messageId, problem: 'is an e-mail about an order that does not exist' }
    // Whose account is deleted is written down nowhere any more.
    if (to.length === 1 && (to[0]?.toLowerCase() === address || address === removedPerson.email)) return []
    return { subject: orderId, problem: `an e-mail went to ${to.join(', ')} instead of ${address}` }
  })
}
