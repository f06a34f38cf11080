import { type Database, statement } from '@aos/chassis/database'
import type { KnownAddress, SavedAddress } from '@aos/contracts/account'

const list = statement(
  'addresses-list',
  'SELECT id, name, address FROM addresses WHERE account_id = $1 ORDER BY created_at, id',
)

export const listAddresses = (database: Database, accountId: string): Promise<KnownAddress[]> =>
  database.run(list, [accountId])

const insert = statement(
  'addresses-insert',
  `INSERT INTO addresses (account_id, name, address)
   SELECT $1, $2, $3 WHERE (SELECT count(*) FROM addresses WHERE account_id = $1) < $4
   RETURNING id, name, address`,
)

/** @returns nothing when the account has as many as it may. */
export async function insertAddress(
  database: Database,
  accountId: string,
  { name, address }: SavedAddress,
  most: number,
): Promise<KnownAddress | undefined> {
  const [row] = await database.run<KnownAddress>(insert, [accountId, name, JSON.stringify(address), most])
  return row
}

const update = statement(
  'addresses-update',
  'UPDATE addresses SET name = $3, address = $4 WHERE id = $2 AND account_id = $1 RETURNING id, name, address',
)

/** @returns nothing when the account has no such address. */
export async function updateAddress(
  database: Database,
  accountId: string,
  { id, name, address }: KnownAddress,
): Promise<KnownAddress | undefined> {
  const [row] = await database.run<KnownAddress>(update, [accountId, id, name, JSON.stringify(address)])
  return row
}

const remove = statement(
  'addresses-remove',
  'DELETE FROM addresses WHERE id = $2 AND account_id = $1 RETURNING id',
)

export const removeAddress = async (database: Database, accountId: string, id: string): Promise<boolean> =>
  (await database.run(remove, [accountId, id])).length > 0
