import { type Database, statement, type Transaction } from '@aos/chassis/database'
import type { OrderStatus } from '@aos/contracts/journey'
import type { Customer } from '@aos/contracts/order-parts'
import { MINE, type Whose } from './history-table.ts'

const disown = statement('orders-disown', `UPDATE orders SET owner = $3, forget_person = true WHERE ${MINE}`)

export const disownOrders = (tx: Transaction, { subject, email }: Whose, owner: string): void =>
  tx.send(disown, [subject, email ?? null, owner])

const remember = statement(
  'orders-remember-deleted',
  'INSERT INTO deleted_accounts (subject) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING',
)

export const rememberDeletedAccounts = (tx: Transaction, subjects: string[]): void =>
  tx.send(remember, [subjects])

const disownLate = statement(
  'orders-disown-late',
  `UPDATE orders SET owner = $1, forget_person = true
   WHERE owner = ANY(ARRAY(SELECT subject FROM deleted_accounts))`,
)

/** Orders that were written after their account was known to be deleted. */
export const disownLateOrders = (database: Database, owner: string): Promise<unknown> =>
  database.run(disownLate, [owner])

const forgetAccounts = statement(
  'orders-forget-deleted',
  "DELETE FROM deleted_accounts WHERE deleted_at < now() - $1 * interval '1 ms'",
)

export const forgetDeletedAccounts = (database: Database, afterMs: number): Promise<unknown> =>
  database.run(forgetAccounts, [afterMs])

/** With the hash of the request, from which a person could be guessed. */
const forget = statement(
  'orders-forget-person',
  `UPDATE orders SET customer = $1::jsonb, mandate = NULL, request_hash = '', forget_person = false
   WHERE id IN (
     SELECT id FROM orders WHERE forget_person AND status = ANY($2::text[])
     ORDER BY id LIMIT 1000 FOR UPDATE SKIP LOCKED)`,
)

/** What somebody else is looking at has its turn the next time. */
export const forgetPersons = (
  database: Database,
  inTheirPlace: Customer,
  statuses: readonly OrderStatus[],
): Promise<unknown> => database.run(forget, [JSON.stringify(inTheirPlace), statuses])
