import { testDatabase } from '@aos/tests/harness/database'
import { expect, it } from 'vitest'
import { Database, statement } from './database.ts'

it('x', async () => {
  const db = await testDatabase('chassis')
  const d = new Database({ DATABASE_URL: db.url, DATABASE_CONNECTIONS: 2 })
  expect(await d.run(statement('a', 'select count(*)::int as n from outbox'))).toEqual([{ n: 0 }])
  await d.close()
  await db.stop()
})
