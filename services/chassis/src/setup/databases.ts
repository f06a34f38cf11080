import pg from 'pg'
import { databasesConfig } from './config.ts'
import { isPassing, patiently } from './patiently.ts'

const PATIENCE = { ms: 5 * 60_000, passes: isPassing }

/** Makes a database and the role that owns it, unless they are there, and gives nobody else access. */
export async function createDatabase(
  admin: string | pg.ClientConfig,
  name: string,
  password: string,
): Promise<void> {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    await ensureRole(client, name, password)
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    const identifier = client.escapeIdentifier(name)
    if (rowCount === 0) await client.query(`CREATE DATABASE ${identifier} OWNER ${identifier}`)
    await client.query(`REVOKE ALL ON DATABASE ${identifier} FROM PUBLIC`)
  } finally {
    await client.end()
  }
}

async function ensureRole(client: pg.Client, name: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
  const identifier = client.escapeIdentifier(name)
  const rights = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS'
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER'
  await client.query(`${verb} ROLE ${identifier} ${rights} PASSWORD ${client.escapeLiteral(password)}`)
  // An administrator who is not a superuser may give a database only to a role that it belongs to.
  await client.query(`GRANT ${identifier} TO CURRENT_USER`)
}

if (import.meta.main) {
  const { admin, passwords } = databasesConfig()
  // One after the other: PostgreSQL copies one template, which waits for another copy of it anyway.
  for (const { name, password } of passwords) {
    await patiently(() => createDatabase(admin, name, password), PATIENCE)
    console.log(`the database ${name} is there, and belongs to its role`)
  }
}
