import { type Database, statement } from '@aos/chassis/database'

const count = statement(
  'attempts-count',
  `INSERT INTO attempts (key, count, until)
   SELECT key, 1, now() + ms * interval '1 ms' FROM unnest($1::text[], $2::float8[]) AS new (key, ms) ORDER BY key
   ON CONFLICT (key) DO UPDATE SET
     count = CASE WHEN attempts.until <= now() THEN 1 ELSE attempts.count + 1 END,
     until = CASE WHEN attempts.until <= now() THEN excluded.until ELSE attempts.until END
   RETURNING key, count, greatest(0, extract(epoch FROM until - now()) * 1000)::float8 AS "leftMs"`,
)

interface Counted {
  key: string
  count: number
  /** Until it is forgotten. */
  leftMs: number
}

/** Counts one more attempt for each key, for all replicas together. */
export const countAttempts = (
  database: Database,
  keys: { key: string; withinMs: number }[],
): Promise<Counted[]> =>
  database.run(count, [keys.map(({ key }) => key), keys.map(({ withinMs }) => withinMs)])

const forget = statement('attempts-forget', 'DELETE FROM attempts WHERE key = $1')

export const forgetAttempts = (database: Database, key: string): Promise<unknown> =>
  database.run(forget, [key])

const forgetOld = statement('attempts-forget-old', 'DELETE FROM attempts WHERE until <= now()')

export const forgetOldAttempts = (database: Database): Promise<unknown> => database.run(forgetOld)
