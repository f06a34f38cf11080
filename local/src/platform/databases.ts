import pg from 'pg'

/**
 * Makes a database and the role that owns it, unless they are there, and gives nobody else access.
 * @returns the URL with which the role connects.
 */
export async function createDatabase(adminUrl: string, name: string, password: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl })
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
  return urlFor(adminUrl, name, password)
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

/** The URL with which a role connects to the database that has its name. */
export function urlFor(adminUrl: string, name: string, password: string): string {
  const url = new URL(adminUrl)
  url.username = name
  url.password = password
  url.pathname = `/${name}`
  return url.href
}
