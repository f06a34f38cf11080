import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onPath } from '@aos/local/toolchain/find-program'
import { Admin, Producer, stringSerializers } from '@platformatic/kafka'
import pg from 'pg'

const run = promisify(execFile)
const SECONDS = 8

/** What the machine's PostgreSQL does at most with small transactions: pgbench -N, 8 clients. */
export async function pgbench(adminUrl: string): Promise<number | undefined> {
  const program = onPath('pgbench') ?? debianProgram('pgbench')
  if (!program) return undefined
  const database = 'pgbench'
  await withAdmin(adminUrl, `DROP DATABASE IF EXISTS ${database}`, `CREATE DATABASE ${database}`)
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  try {
    await run(program, ['--initialize', '--scale=10', '--quiet', url.href])
    const options = ['--skip-some-updates', '--client=8', '--jobs=2', `--time=${SECONDS}`]
    const { stdout } = await run(program, [...options, url.href])
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
  } finally {
    await withAdmin(adminUrl, `DROP DATABASE ${database} WITH (FORCE)`)
  }
}

async function withAdmin(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

function debianProgram(name: string): string | undefined {
  const folder = '/usr/lib/postgresql'
  try {
    const [newest] = readdirSync(folder).sort().reverse()
    return newest && join(folder, newest, 'bin', name)
  } catch {
    return undefined
  }
}

/** What the machine's Kafka takes at most of one producer that waits for each acknowledgement. */
export async function producer(brokers: string, batch: number): Promise<number> {
  const topic = `bench-${batch}`
  const admin = new Admin({ clientId: 'bench', bootstrapBrokers: brokers.split(',') })
  await admin.createTopics({ topics: [topic], partitions: 1, replicas: 1 })
  const client = new Producer({
    clientId: 'bench',
    bootstrapBrokers: brokers.split(','),
    serializers: stringSerializers,
    retries: 10,
    retryDelay: 100,
  })
  const messages = Array.from({ length: batch }, (_, i) => ({
    topic,
    key: String(i),
    value: 'x'.repeat(800),
  }))
  try {
    await client.send({ messages, acks: -1 })
    const startedAt = Date.now()
    let sent = 0
    while (Date.now() - startedAt < (SECONDS / 2) * 1000) {
      await client.send({ messages, acks: -1 })
      sent += batch
    }
    return (sent * 1000) / (Date.now() - startedAt)
  } finally {
    await client.close()
    await admin.deleteTopics({ topics: [topic] })
    await admin.close()
  }
}
