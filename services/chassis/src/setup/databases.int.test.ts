import { postgresUrl } from '@aos/tests/harness/platform'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { createDatabase } from './databases.ts'

const NAMES = ['setup_one', 'setup_other']

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

function as(server: string, user: string, password: string, database = user): string {
  const url = new URL(server)
  return Object.assign(url, { username: user, password, pathname: `/${database}` }).href
}

afterAll(async () => {
  const server = await postgresUrl()
  for (const name of NAMES) await query(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  for (const name of NAMES) await query(server, `DROP ROLE IF EXISTS ${name}`)
})

describe('the role of a database', () => {
  it('owns it, and may do nothing elsewhere', async () => {
    const server = await postgresUrl()
    for (const name of NAMES) await createDatabase(server, name, 'a-password-of-its-own')
    const mine = as(server, 'setup_one', 'a-password-of-its-own')
    await query(mine, 'CREATE TABLE things (id int)')
    await expect(query(mine, 'CREATE DATABASE more')).rejects.toThrow(/permission denied/)
    await expect(query(mine, 'CREATE ROLE friend')).rejects.toThrow(/permission denied/)
    const others = as(server, 'setup_one', 'a-password-of-its-own', 'setup_other')
    await expect(query(others, 'SELECT 1')).rejects.toThrow(/permission denied for database/)
  })

  it('gets another password when it is set up again, and keeps its data', async () => {
    const server = await postgresUrl()
    await createDatabase(server, 'setup_one', 'the-next-password')
    expect(await query(as(server, 'setup_one', 'the-next-password'), 'SELECT * FROM things')).toEqual([])
    await expect(query(as(server, 'setup_one', 'a-password-of-its-own'), 'SELECT 1')).rejects.toThrow(
      /password authentication failed/,
    )
  })
})
