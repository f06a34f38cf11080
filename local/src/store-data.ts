import { join } from 'node:path'
import { createDatabase } from '@aos/chassis/setup/databases'
import { databaseNames } from '@aos/contracts/services'
import { inheritedEnvironment } from './config.ts'
import { servicesRoot } from './parts.ts'
import type { Secrets } from './secrets.ts'
import { run } from './toolchain/run.ts'

/** The URL with which a role connects to the database that has its name. */
function urlFor(adminUrl: string, name: string, password: string): string {
  const url = new URL(adminUrl)
  url.username = name
  url.password = password
  url.pathname = `/${name}`
  return url.href
}

const passwordOf = (name: string, secrets: Secrets): string => secrets.get(`database-${name}`)

export const databaseUrls = (adminUrl: string, secrets: Secrets): Record<string, string> =>
  Object.fromEntries(databaseNames.map((name) => [name, urlFor(adminUrl, name, passwordOf(name, secrets))]))

export async function createDatabases(adminUrl: string, secrets: Secrets): Promise<void> {
  // One after the other: PostgreSQL copies one template, which waits for another copy of it anyway.
  for (const name of databaseNames) await createDatabase(adminUrl, name, passwordOf(name, secrets))
}

/** Puts the catalogue's new products on the shelves; what is there already stays. */
export const seedCatalogue = (databaseUrl: string): Promise<string> =>
  run(process.execPath, [join(servicesRoot, 'stock', 'src', 'seed.ts')], {
    env: { ...inheritedEnvironment(), DATABASE_URL: databaseUrl },
    remedy: 'run `npm ci`',
  })
