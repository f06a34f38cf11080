import type { Database } from '@aos/chassis/database'
import type { Handler } from '@aos/chassis/inbox'
import { accountSubject } from '@aos/contracts/actor'
import { terminalStatuses } from '@aos/contracts/journey'
import type { Customer } from '@aos/contracts/order-parts'
import { disownOrders, forgetPersons } from './history-table.ts'
import { NOBODY } from './ownership.ts'

/** Stands where a person was; no mail server takes its address, and its country is nobody's. */
export const removedPerson: Customer = {
  name: 'Removed',
  email: 'removed@removed.invalid',
  address: { street: 'Removed', postalCode: '-', city: 'Removed', country: 'ZZ' },
}

/**
 * The orders of a deleted account are nobody's from now on. What is under way still needs to know where
 * the parcel goes: its person is removed as soon as it is over.
 */
export const onAccountDeleted: Handler<'AccountDeleted'> = async (tx, messages) => {
  for (const { data } of messages)
    disownOrders(tx, { subject: accountSubject(data.accountId), email: data.email }, NOBODY)
  return []
}

export const forgetPersonsOfEndedOrders = (database: Database): Promise<number> =>
  forgetPersons(database, removedPerson, terminalStatuses)
