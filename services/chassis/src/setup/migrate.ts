import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { migrate } from '../database.ts'
import { migrateConfig } from './config.ts'
import { isPassing, patiently } from './patiently.ts'

const services = join(import.meta.dirname, '..', '..', '..')

/** The tables that every service has, then its own. */
export const migrationFolders = (service: string): string[] =>
  [...new Set(['chassis', service])].map((name) => join(services, name, 'migrations')).filter(existsSync)

/** Brings one service's database to its newest schema. */
export const migrateDatabase = (service: string, databaseUrl: string): Promise<void> =>
  migrate(databaseUrl, migrationFolders(service))

/** Migrations of this version that the database has not seen; those of a newer version do not matter. */
export async function pendingMigrations(service: string, databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    const applied = await appliedMigrations(client)
    return migrationFolders(service)
      .flatMap((folder) => readdirSync(folder))
      .filter((name) => !applied.has(name))
      .sort()
  } finally {
    await client.end()
  }
}

const NO_SUCH_TABLE = '42P01'

async function appliedMigrations(client: pg.Client): Promise<Set<string>> {
  try {
    const { rows } = await client.query<{ name: string }>('SELECT name FROM knex_migrations')
    return new Set(rows.map(({ name }) => name))
  } catch (error) {
    if ((error as { code?: string }).code === NO_SUCH_TABLE) return new Set()
    throw error
  }
}

/** Returns once somebody else has migrated the database, however long that takes. */
async function waitForSchema(service: string, databaseUrl: string): Promise<void> {
  let said = ''
  for (;;) {
    const pending = await patiently(() => pendingMigrations(service, databaseUrl), {
      ms: Number.POSITIVE_INFINITY,
      passes: isPassing,
    })
    if (pending.length === 0) return
    const waiting = `waiting for ${pending.join(', ')}`
    if (waiting !== said) console.log(waiting)
    said = waiting
    await sleep(1_000)
  }
}

if (import.meta.main) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { wait: { type: 'boolean', default: false } },
  })
  const [service] = positionals
  if (!service) throw new Error('Say whose database: migrate.ts SERVICE [--wait]')
  const { DATABASE_URL } = migrateConfig()
  if (values.wait) await waitForSchema(service, DATABASE_URL)
  else await patiently(() => migrateDatabase(service, DATABASE_URL), { ms: 5 * 60_000, passes: isPassing })
  console.log(`the database of ${service} has the schema of this version`)
}
