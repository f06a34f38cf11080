import knex, { type Knex } from 'knex'
import { Pool, type PoolClient } from 'pg'
import type { DatabaseConfig } from './config.ts'
import { AppError } from './errors.ts'

/** A prepared statement: PostgreSQL parses and plans it once per connection. */
export interface Statement {
  name: string
  text: string
}

export const statement = (name: string, text: string): Statement => ({ name, text })

/** An open transaction of the message path. Statements sent without waiting travel together. */
export interface Transaction {
  run<Row = unknown>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>
  /** For what answers nothing: travels with the next statement; its failure fails the transaction. */
  send(statement: Statement, values: readonly unknown[]): void
  /** Called once the transaction is durable; never when it was rolled back. */
  afterCommit(act: () => void): void
}

/**
 * Two ways into one database: `knex` for ordinary queries, and `transaction` with named, pipelined,
 * set-based statements for the message path, where a query builder costs more than the query.
 */
export class Database {
  readonly knex: Knex
  readonly #pool: Pool

  constructor({
    DATABASE_URL,
    DATABASE_CONNECTIONS,
  }: Pick<DatabaseConfig, 'DATABASE_URL' | 'DATABASE_CONNECTIONS'>) {
    this.knex = knex({ client: 'pg', connection: DATABASE_URL, pool: { min: 0, max: DATABASE_CONNECTIONS } })
    this.#pool = new Pool({ connectionString: DATABASE_URL, max: DATABASE_CONNECTIONS, pipeline: true })
    // An idle connection that breaks is replaced at its next use; without a listener the process would end.
    this.#pool.on('error', () => {})
    // The same for one that breaks while in use: its queries fail, which is where that is handled.
    this.#pool.on('connect', (client) => client.on('error', () => {}))
  }

  /** One statement in a transaction of its own. */
  async run<Row = unknown>({ name, text }: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.#pool.query({ name, text, values: [...values] })).rows
  }

  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.#connect()
    const afterCommit: (() => void)[] = []
    const sent: Promise<unknown>[] = []
    const query = ({ name, text }: Statement, values: readonly unknown[]) =>
      client.query({ name, text, values: [...values] })
    try {
      // Not awaited, so that it travels with the first statement; if it fails, that fails too.
      silenced(client.query('BEGIN'))
      const result = await work({
        run: async (statement, values = []) => (await query(statement, values)).rows,
        send: (statement, values) => sent.push(silenced(query(statement, values))),
        afterCommit: (act) => afterCommit.push(act),
      })
      const committed = silenced(client.query('COMMIT'))
      await Promise.all(sent)
      const { command } = await committed
      // PostgreSQL answers ROLLBACK, without an error, when a statement failed that nobody waited for.
      if (command !== 'COMMIT')
        throw new Error('the transaction was rolled back: one of its statements failed')
      client.release()
      for (const act of afterCommit) act()
      return result
    } catch (error) {
      await rollBack(client)
      // What failed first made the later ones fail.
      throw (await firstFailure(sent)) ?? error
    }
  }

  async #connect(): Promise<PoolClient> {
    try {
      return await this.#pool.connect()
    } catch (cause) {
      throw new AppError('unavailable', 'database-unavailable', 'the database cannot be reached; try again', {
        cause,
      })
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.knex.destroy(), this.#pool.end()])
  }
}

/** For a promise that is awaited later, or whose failure shows elsewhere. */
function silenced<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}

async function firstFailure(promises: Promise<unknown>[]): Promise<unknown> {
  const settled = await Promise.allSettled(promises)
  return settled.find((one) => one.status === 'rejected')?.reason
}

async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK')
    client.release()
  } catch (error) {
    client.release(error as Error)
  }
}

/** Brings the database to the newest schema; several processes may call it at once. */
export async function migrate(databaseUrl: string, directories: string[]): Promise<void> {
  const migrator = knex({ client: 'pg', connection: databaseUrl, pool: { min: 0, max: 2 } })
  try {
    await migrator.migrate.latest({
      directory: directories,
      loadExtensions: ['.ts'],
      sortDirsSeparately: true,
      // An older version that came back meets the migrations of the newer one.
      disableMigrationsListValidation: true,
    })
  } finally {
    await migrator.destroy()
  }
}
