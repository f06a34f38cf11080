import { type OrderStatus, terminalStatuses } from '@aos/contracts/journey'
import { ledgerOfBroker } from './charges.ts'
import type { Facts, OrderFact } from './facts.ts'
import { mailOfCustomers } from './mails.ts'
import { parcelsOfCarrier } from './parcels.ts'
import { stockOfShelves } from './shelves.ts'

export interface Violation {
  /** The order, SKU or service that it is about. */
  subject: string
  problem: string
}

export interface Verdict {
  invariant: string
  /** How many orders, SKUs or letters were looked at. */
  checked: number
  violations: Violation[]
}

export interface Strictness {
  /** Also orders whose parcel is still on its way count as unfinished. */
  untilDelivered?: boolean
  /** Processes died: an e-mail may have come twice, since the server's answer to the first was lost. */
  afterFaults?: boolean
}

const moving: readonly OrderStatus[] = ['approved', 'shipped']

export const isFinished = ({ status }: Pick<OrderFact, 'status'>, { untilDelivered }: Strictness): boolean =>
  terminalStatuses.some((terminal) => terminal === status) || (!untilDelivered && moving.includes(status))

/** The invariants of the store, in the order in which the architecture lists them. */
export function checkInvariants(facts: Facts, strictness: Strictness = {}): Verdict[] {
  const finished = facts.orders.filter((order) => isFinished(order, strictness))
  return [
    {
      invariant: '1 accepted orders exist and end',
      checked: new Set([...facts.acceptedIds, ...facts.orders.map(({ id }) => id)]).size,
      violations: ordersThatGotLostOrStuck(facts, strictness),
    },
    {
      invariant: '2 stock is conserved',
      checked: facts.shelves.length,
      violations: stockOfShelves(facts, finished),
    },
    {
      invariant: '3 money taken is money owed',
      checked: facts.charges.length,
      violations: ledgerOfBroker(facts, finished),
    },
    {
      invariant: '4 one parcel for each approved order',
      checked: facts.parcels.length,
      violations: parcelsOfCarrier(facts, finished),
    },
    {
      invariant: '5 customers got their e-mail',
      checked: facts.mails.length,
      violations: mailOfCustomers(facts, finished, strictness),
    },
    {
      invariant: '6 nothing waits, nothing was refused',
      checked: facts.outboxes.length + facts.deadLetters.length,
      violations: leftovers(facts),
    },
  ]
}

function ordersThatGotLostOrStuck({ acceptedIds, orders }: Facts, strictness: Strictness): Violation[] {
  const known = new Set(orders.map(({ id }) => id))
  const lost = acceptedIds
    .filter((id) => !known.has(id))
    .map((subject) => ({ subject, problem: 'was accepted, but does not exist' }))
  const stuck = orders
    .filter((order) => !isFinished(order, strictness))
    .map(({ id, status }) => ({ subject: id, problem: `is still ${status}` }))
  return [...lost, ...stuck]
}

const leftovers = ({ outboxes, deadLetters }: Facts): Violation[] => [
  ...outboxes
    .filter(({ waiting }) => waiting > 0)
    .map(({ service, waiting }) => ({ subject: service, problem: `${waiting} messages wait in its outbox` })),
  ...deadLetters.map(({ service, id, reason }) => ({
    subject: service,
    problem: `dead letter ${id}: ${reason}`,
  })),
]
