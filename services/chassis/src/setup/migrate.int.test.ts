import { readdirSync } from 'node:fs'
import { testDatabase } from '@aos/tests/harness/database'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { migrateDatabase, migrationFolders, pendingMigrations } from './migrate.ts'

const databases: { stop: () => Promise<void> }[] = []
afterAll(() => Promise.all(databases.map((database) => database.stop())))

async function aDatabase() {
  const database = await testDatabase('stock')
  databases.push(database)
  return database.url
}

async function change(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(sql)
  await client.end()
}

it('a migrated database waits for nothing', async () => {
  expect(await pendingMigrations('stock', await aDatabase())).toEqual([])
})

it('a database that nobody migrated waits for all, and is left as it is', async () => {
  const url = await aDatabase()
  await change(url, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  const all = migrationFolders('stock')
    .flatMap((folder) => readdirSync(folder))
    .toSorted()
  expect(all).toContain('0001-outbox-and-inbox.ts')
  expect(await pendingMigrations('stock', url)).toEqual(all)
  await migrateDatabase('stock', url)
  expect(await pendingMigrations('stock', url)).toEqual([])
})

it('an older version that comes back neither waits nor stumbles over what a newer one did', async () => {
  const url = await aDatabase()
  await change(
    url,
    "INSERT INTO knex_migrations (name, batch, migration_time) VALUES ('0999-of-tomorrow.ts', 9, now())",
  )
  expect(await pendingMigrations('stock', url)).toEqual([])
  await expect(migrateDatabase('stock', url)).resolves.toBeUndefined()
})
