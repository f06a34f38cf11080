import { type Database, statement, type Transaction } from '@aos/chassis/database'
import type { Actor } from '@aos/contracts/actor'
import type { ChangeAction, ChangedField } from '@aos/contracts/back-office'

export interface NewChange {
  sku: string
  action: ChangeAction
  fields: readonly ChangedField[]
  note: string | undefined
  actor: Actor
  /** Of the request, where a repeated one would do it twice. */
  key: string | undefined
}

const insert = statement(
  'changes-insert',
  `INSERT INTO changes (sku, action, fields, note, subject, email, idempotency_key)
   VALUES ($1, $2, $3::jsonb, $4, $5, $6, $7)`,
)

export const insertChange = (tx: Transaction, change: NewChange): void =>
  tx.send(insert, [
    change.sku,
    change.action,
    JSON.stringify(change.fields),
    change.note ?? null,
    change.actor.subject,
    change.actor.email ?? null,
    change.key ?? null,
  ])

const byKey = statement('changes-by-key', 'SELECT sku, action FROM changes WHERE idempotency_key = $1')

/** What a request with the same key did earlier. */
export async function findChangeByKey(
  tx: Transaction,
  key: string,
): Promise<{ sku: string; action: ChangeAction } | undefined> {
  const [row] = await tx.run<{ sku: string; action: ChangeAction }>(byKey, [key])
  return row
}

export interface ChangeRow {
  /** Text, as the driver hands out bigint. */
  id: string
  at: Date
  sku: string
  action: ChangeAction
  fields: ChangedField[]
  note: string | null
  subject: string
  email: string | null
}

const OF_PRODUCT = '($1::text IS NULL OR sku = $1)'

const page = statement(
  'changes-page',
  `SELECT id, at, sku, action, fields, note, subject, email FROM changes WHERE ${OF_PRODUCT}
   ORDER BY id DESC LIMIT $2 OFFSET $3`,
)

export const selectChanges = (
  database: Database,
  sku: string | undefined,
  { limit, offset }: { limit: number; offset: number },
): Promise<ChangeRow[]> => database.run(page, [sku ?? null, limit, offset])

const count = statement('changes-count', `SELECT count(*)::int AS count FROM changes WHERE ${OF_PRODUCT}`)

export async function countChanges(database: Database, sku: string | undefined): Promise<number> {
  const [row] = await database.run<{ count: number }>(count, [sku ?? null])
  return row?.count ?? 0
}
