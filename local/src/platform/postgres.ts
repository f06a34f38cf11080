import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { chown, mkdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { inheritedEnvironment } from '../config.ts'
import { commandOf } from '../process/process-identity.ts'
import { type SupervisedProcess, type Surroundings, supervise } from '../process/supervise.ts'
import { requireFreeSpace } from '../toolchain/disk-space.ts'
import { findPostgres } from '../toolchain/postgres.ts'
import { run } from '../toolchain/run.ts'
import { letPassThrough, type OsUser, reachable, unprivilegedUser } from './unprivileged.ts'

interface Options {
  dataDir: string
  logFile: string
  port: number
  password: string
}

export interface Postgres {
  databaseUrl: string
  process: SupervisedProcess
}

const SUPERUSER = 'postgres'
const NEEDED_BYTES = 500e6

/** As durable as it is by default; only sizes differ from the defaults, which are for machines of long ago. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  idle_in_transaction_session_timeout: '60s',
  log_min_duration_statement: '1s',
  log_line_prefix: '%m [%p] %u@%d ',
}

export const superuserUrl = (port: number, password: string): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`

/** Starts a PostgreSQL server that keeps its data in a folder, which is made when it is missing. */
export async function startPostgres(options: Options, surroundings: Surroundings): Promise<Postgres> {
  const { port, password, logFile } = options
  const user = unprivilegedUser()
  const { home } = await findPostgres()
  const bin = join(reachable(home, user), 'bin')
  letPassThrough(dirname(options.dataDir), user)
  const data = reachable(options.dataDir, user)
  if (!existsSync(join(data, 'PG_VERSION'))) {
    surroundings.report('postgres', 'creating the database cluster')
    await requireFreeSpace(data, NEEDED_BYTES, 'PostgreSQL')
    await initialise(bin, data, password, user)
  }
  const databaseUrl = superuserUrl(port, password)
  const process = await supervise(
    {
      name: 'postgres',
      kind: 'platform',
      command: join(bin, 'postgres'),
      args: [
        '-D',
        data,
        '-p',
        String(port),
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      env: inheritedEnvironment(),
      cwd: '/',
      logFile,
      runAs: user,
      prepare: async () => removeStalePidFile(data),
      isReady: () => acceptsQueries(databaseUrl),
      // After a crash it first replays what the last checkpoint did not hold.
      readyWithinMs: 60_000,
      stopSignal: 'SIGINT',
      stopWithinMs: 30_000,
    },
    surroundings,
  )
  return { databaseUrl, process }
}

/** Made beside and renamed, so that a cluster that is there is whole. */
async function initialise(
  bin: string,
  data: string,
  password: string,
  user: OsUser | undefined,
): Promise<void> {
  const beside = `${data}.unfinished`
  await rm(beside, { recursive: true, force: true })
  await rm(data, { recursive: true, force: true })
  await mkdir(beside, { recursive: true, mode: 0o700 })
  if (user) await chown(beside, user.uid, user.gid)
  await withPasswordFile(password, user, (file) =>
    run(
      join(bin, 'initdb'),
      [
        `--pgdata=${beside}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${file}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
        '--lc-messages=C',
      ],
      { remedy: 'run `npm ci`', cwd: '/', runAs: user },
    ),
  )
  await rename(beside, data)
}

async function withPasswordFile(
  password: string,
  user: OsUser | undefined,
  use: (file: string) => Promise<unknown>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'aos-'))
  const file = join(folder, 'password')
  try {
    writeFileSync(file, `${password}\n`, { mode: 0o600 })
    if (user) await Promise.all([folder, file].map((path) => chown(path, user.uid, user.gid)))
    await use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * A killed server leaves its PID behind, and PostgreSQL refuses to start while any process has that
 * number, whoever it is by now.
 */
function removeStalePidFile(data: string): void {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  if (!isServerOf(data, commandOf(pid))) rmSync(file)
}

export const isServerOf = (data: string, command = ''): boolean =>
  command.includes('postgres') && command.includes(data)

async function acceptsQueries(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } finally {
    await client.end().catch(() => {})
  }
}
