import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '@aos/chassis/database'
import { servicesWithDatabase } from '@aos/contracts/services'
import { inheritedEnvironment } from './config.ts'
import { servicesRoot } from './parts.ts'
import { createDatabase, urlFor } from './platform/databases.ts'
import type { Secrets } from './secrets.ts'
import { run } from './toolchain/run.ts'

/** The Dapr state store has a database and a role of its own, like the services. */
const databaseNames = [...servicesWithDatabase, 'state'] as const

const passwordOf = (name: string, secrets: Secrets): string => secrets.get(`database-${name}`)

export const databaseUrls = (adminUrl: string, secrets: Secrets): Record<string, string> =>
  Object.fromEntries(databaseNames.map((name) => [name, urlFor(adminUrl, name, passwordOf(name, secrets))]))

export async function createDatabases(adminUrl: string, secrets: Secrets): Promise<void> {
  // One after the other: PostgreSQL copies one template, which waits for another copy of it anyway.
  for (const name of databaseNames) await createDatabase(adminUrl, name, passwordOf(name, secrets))
}

/** Brings one service's database to its newest schema: the tables that every service has, then its own. */
export async function migrateDatabase(service: string, databaseUrl: string): Promise<void> {
  const folders = ['chassis', service].map((name) => join(servicesRoot, name, 'migrations'))
  await migrate(databaseUrl, folders.filter(existsSync))
}

/** Puts the catalogue's new products on the shelves; what is there already stays. */
export const seedCatalogue = (databaseUrl: string): Promise<string> =>
  run(process.execPath, [join(servicesRoot, 'stock', 'src', 'seed.ts')], {
    env: { ...inheritedEnvironment(), DATABASE_URL: databaseUrl },
    remedy: 'run `npm ci`',
  })
