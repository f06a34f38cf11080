import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const POLL_MS = 20

/**
 * Learns from the database of orders when orders were approved: one small question for all of them,
 * so that watching costs next to nothing beside the work that is measured.
 */
export class Approvals {
  readonly #client: pg.Client
  readonly #waiting = new Map<string, (approvedAt: number) => void>()
  #polling: Promise<void> | undefined
  #stopped = false

  private constructor(client: pg.Client) {
    this.#client = client
    this.#polling = this.#poll()
  }

  static async of(ordersDatabaseUrl: string): Promise<Approvals> {
    const client = new pg.Client({ connectionString: ordersDatabaseUrl })
    await client.connect()
    return new Approvals(client)
  }

  /** @returns when the order was approved, as orders wrote it into the journey. */
  of(id: string): Promise<number> {
    return new Promise((resolve) => this.#waiting.set(id, resolve))
  }

  async #poll(): Promise<void> {
    while (!this.#stopped) {
      if (this.#waiting.size > 0) await this.#ask()
      await sleep(POLL_MS)
    }
  }

  async #ask(): Promise<void> {
    const { rows } = await this.#client.query<{ id: string; at: string }>({
      name: 'approvals',
      text: `SELECT id, (SELECT entry ->> 'at' FROM jsonb_array_elements(journey) AS entry
               WHERE entry ->> 'type' = 'OrderApproved' LIMIT 1) AS at
             FROM orders WHERE id = ANY($1::uuid[]) AND status IN ('approved', 'shipped', 'delivered')`,
      values: [[...this.#waiting.keys()]],
    })
    for (const { id, at } of rows) {
      this.#waiting.get(id)?.(Date.parse(at))
      this.#waiting.delete(id)
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.#polling
    await this.#client.end()
  }
}
