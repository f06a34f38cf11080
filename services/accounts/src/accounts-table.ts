import { type Database, statement, type Transaction } from '@aos/chassis/database'

const find = statement(
  'accounts-find',
  `SELECT id, name, email, "emailVerified", role,
     EXISTS (SELECT FROM account WHERE "userId" = "user".id AND "providerId" = 'credential') AS "hasPassword"
   FROM "user" WHERE id = $1`,
)

export interface StoredAccount {
  id: string
  name: string
  email: string
  emailVerified: boolean
  role: string
  hasPassword: boolean
}

export async function findAccount(database: Database, id: string): Promise<StoredAccount | undefined> {
  const [row] = await database.run<StoredAccount>(find, [id])
  return row
}

const count = statement('accounts-said', 'UPDATE "user" SET said = said + 1 WHERE id = $1 RETURNING said')

/** The place of the next message about an account among those that this service said. */
export async function nextSequence(tx: Transaction, id: string): Promise<number> {
  const [row] = await tx.run<{ said: number }>(count, [id])
  return row?.said ?? 1
}

const remove = statement(
  'accounts-delete',
  `WITH links AS (DELETE FROM verification WHERE value = $1::text)
   DELETE FROM "user" WHERE id = $1::uuid RETURNING email, "emailVerified", said`,
)

/** With its sessions, passwords, addresses and links for a new password. @returns what it was, if it was there. */
export async function deleteAccountRow(
  tx: Transaction,
  id: string,
): Promise<{ email: string; emailVerified: boolean; said: number } | undefined> {
  const [row] = await tx.run<{ email: string; emailVerified: boolean; said: number }>(remove, [id])
  return row
}

const grant = statement(
  'accounts-grant',
  `UPDATE "user" SET role = $2, "updatedAt" = now() WHERE email = lower($1) RETURNING id`,
)

export const setRole = async (database: Database, email: string, role: string): Promise<boolean> =>
  (await database.run(grant, [email, role])).length > 0

const byEmail = statement(
  'accounts-by-email',
  'SELECT id, "emailVerified" FROM "user" WHERE email = lower($1)',
)

export async function findByEmail(
  database: Database,
  email: string,
): Promise<{ id: string; emailVerified: boolean } | undefined> {
  const [row] = await database.run<{ id: string; emailVerified: boolean }>(byEmail, [email])
  return row
}

const staff = statement(
  'accounts-staff',
  `SELECT name, email FROM "user" WHERE role = 'staff' ORDER BY email`,
)

export const listStaff = (database: Database): Promise<{ name: string; email: string }[]> =>
  database.run(staff)

const insertInvited = statement(
  'accounts-invite',
  `WITH invited AS (
     INSERT INTO "user" (name, email, "emailVerified", role, "createdAt", "updatedAt")
     VALUES ($1, lower($2), true, $3, now(), now()) RETURNING id
   )
   INSERT INTO verification (identifier, value, "expiresAt", "createdAt", "updatedAt")
   SELECT 'reset-password:' || $4, id, now() + $5 * interval '1 hour', now(), now() FROM invited`,
)

interface Invited {
  name: string
  email: string
  role: string
  /** With it the person chooses a password, as after forgetting one. */
  token: string
  hours: number
}

export async function insertInvitedAccount(
  database: Database,
  { name, email, role, token, hours }: Invited,
): Promise<void> {
  await database.run(insertInvited, [name, email, role, token, hours])
}
