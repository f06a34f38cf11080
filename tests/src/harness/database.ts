import { randomBytes } from 'node:crypto'
import { migrate } from '@aos/chassis/database'
import { migrationFolders } from '@aos/chassis/setup/migrate'
import type { ServiceName } from '@aos/contracts/services'
import { Client } from 'pg'
import { postgresUrl } from './platform.ts'

export interface TestDatabase {
  url: string
  database: string
  stop: () => Promise<void>
}

/**
 * A fresh database with the newest schema of a service (`chassis`: outbox and inbox alone).
 * Migrations run once for a run of the tests; each call gets a copy of what they made.
 */
export async function testDatabase(service: ServiceName | 'chassis'): Promise<TestDatabase> {
  const server = await postgresUrl()
  const database = `${service}_${randomBytes(6).toString('hex')}`
  await withClient(server, async (client) => {
    const template = `template_${service}`
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template])
    if (rowCount === 0) await makeTemplate(client, server, service, template)
    await client.query(`CREATE DATABASE ${database} TEMPLATE ${template}`)
  })
  return {
    url: urlOf(server, database),
    database,
    stop: () =>
      withClient(server, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
      }),
  }
}

async function makeTemplate(
  client: Client,
  server: string,
  service: string,
  template: string,
): Promise<void> {
  const unfinished = `${template}_unfinished`
  await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
  await client.query(`CREATE DATABASE ${unfinished}`)
  await migrate(urlOf(server, unfinished), migrationFolders(service))
  await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`)
}

function urlOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
