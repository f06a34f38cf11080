import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterEach, expect, inject, it } from 'vitest'
import { artifact } from '../harness/artifacts.ts'

const { dataDir, databaseUrls } = inject('store')
const program = join(import.meta.dirname, '..', 'check-invariants.ts')

interface Ended {
  code: number
  stdout: string
}

const check = (...args: string[]): Promise<Ended> =>
  promisify(execFile)(process.execPath, [program, '--data', dataDir, '--after-faults', ...args]).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: Ended) => error,
  )

async function query(service: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrls[service] })
  await client.connect()
  await client.query(text)
  await client.end()
}

let mend: (() => Promise<void>) | undefined
afterEach(async () => {
  await mend?.()
  mend = undefined
})

it('a store that nobody tampered with is clean', async () => {
  const { code, stdout } = await check('--wait', '120')
  expect(stdout).not.toContain('violations')
  expect(code).toBe(0)
})

it('an order that was promised and does not exist is found', async () => {
  const id = randomUUID()
  const accepted = artifact('promised.txt')
  writeFileSync(accepted, `${id}\n`)
  const { code, stdout } = await check('--wait', '0', '--accepted', accepted)
  expect(stdout).toContain(`${id} was accepted, but does not exist`)
  expect(code).toBe(1)
})

it('an item that vanished from its shelf is found', async () => {
  await query('stock', "UPDATE products SET on_hand = on_hand - 1 WHERE sku = 'KET-001'")
  mend = () => query('stock', "UPDATE products SET on_hand = on_hand + 1 WHERE sku = 'KET-001'")
  const { code, stdout } = await check('--wait', '0')
  expect(stdout).toMatch(/KET-001 \d+ came in, but \d+ on hand \+ \d+ sold/)
  expect(code).toBe(1)
})

it('a message that is never published is found', async () => {
  const id = randomUUID()
  await query(
    'payments',
    `INSERT INTO outbox (id, topic, key, event, created_at)
     VALUES ('${id}', 'payments.events', 'x', '{}', now() + interval '1 hour')`,
  )
  mend = () => query('payments', `DELETE FROM outbox WHERE id = '${id}'`)
  const { code, stdout } = await check('--wait', '0')
  expect(stdout).toContain('payments 1 messages wait in its outbox')
  expect(code).toBe(1)
})

it('verdicts come as JSON for programs', async () => {
  const { stdout } = await check('--wait', '0', '--json')
  expect(JSON.parse(stdout)).toHaveLength(6)
})
