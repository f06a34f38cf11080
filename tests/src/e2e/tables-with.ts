import { Client } from 'pg'

/** @returns the tables of all services, with the service before, in which that text is anywhere in a row. */
export async function tablesWith(text: string, databaseUrls: Record<string, string>): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(databaseUrls).map(async ([service, url]) =>
      (await tablesIn(url, text)).map((table) => `${service}.${table}`),
    ),
  )
  return found.flat().sort()
}

async function tablesIn(url: string, text: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    )
    const found: string[] = []
    for (const { name } of rows) {
      const query = `SELECT 1 FROM "${name}" AS one WHERE strpos(lower(one::text), lower($1)) > 0 LIMIT 1`
      if ((await client.query(query, [text])).rowCount) found.push(name)
    }
    return found
  } finally {
    await client.end()
  }
}
