import type { Database } from '@aos/chassis/database'
import type { Handler } from '@aos/chassis/inbox'
import { accountSubject } from '@aos/contracts/actor'
import { terminalStatuses } from '@aos/contracts/journey'
import { removedPerson } from '@aos/contracts/removed-person'
import {
  disownLateOrders,
  disownOrders,
  forgetDeletedAccounts,
  forgetPersons,
  rememberDeletedAccounts,
} from './deleted-accounts-table.ts'
import { NOBODY } from './ownership.ts'

const DAY = 24 * 60 * 60 * 1000
/** Far longer than a session that was ended goes on at a gateway, with a request under way. */
const LATE_MOST_MS = DAY

/**
 * The orders of a deleted account are nobody's from now on. What is under way still needs to know where
 * the parcel goes: its person is removed as soon as it is over.
 */
export const onAccountDeleted: Handler<'AccountDeleted'> = async (tx, messages) => {
  for (const { data } of messages)
    disownOrders(tx, { subject: accountSubject(data.accountId), email: data.email }, NOBODY)
  rememberDeletedAccounts(
    tx,
    messages.map(({ data }) => accountSubject(data.accountId)),
  )
  return []
}

/** Of deleted accounts, orders that came in while they were being deleted included. */
export async function forgetPersonsOfEndedOrders(database: Database): Promise<void> {
  await disownLateOrders(database, NOBODY)
  await forgetPersons(database, removedPerson, terminalStatuses)
  await forgetDeletedAccounts(database, LATE_MOST_MS)
}
