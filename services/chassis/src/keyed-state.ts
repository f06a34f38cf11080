import { daprComponents } from '@aos/contracts/services'
import { type DaprClient, StateConcurrencyEnum, StateConsistencyEnum } from '@dapr/dapr'
import { request } from 'undici'
import { AppError } from './errors.ts'
import { tokenHeader } from './sidecar.ts'

/** First write wins: a write that names another etag than the stored one fails. */
const options = {
  concurrency: StateConcurrencyEnum.CONCURRENCY_FIRST_WRITE,
  consistency: StateConsistencyEnum.CONSISTENCY_STRONG,
}

export interface Stored<Value> {
  value: Value
  etag: string
}

/**
 * Values that are read and written whole by their key, in the Dapr state store. The SDK resolves with
 * `{ error }` where one expects a rejection; here a failure throws, and a lost race is a 'conflict'.
 */
export class KeyedState<Value> {
  readonly #client: DaprClient
  readonly #prefix: string
  readonly #ttlSeconds: number

  constructor(client: DaprClient, prefix: string, ttlSeconds: number) {
    this.#client = client
    this.#prefix = prefix
    this.#ttlSeconds = ttlSeconds
  }

  #key = (id: string): string => `${this.#prefix}-${id}`

  /** Not through the SDK: its `get` hides the etag, and a bulk read that breaks off looks like an empty one. */
  async read(id: string): Promise<Stored<Value> | undefined> {
    const { daprHost, daprPort, daprApiToken } = this.#client.options
    const key = encodeURIComponent(this.#key(id))
    const answer = await request(
      `http://${daprHost}:${daprPort}/v1.0/state/${daprComponents.state}/${key}?consistency=strong`,
      { headers: tokenHeader(daprApiToken) },
    ).catch((error) => fail('reading', error))
    const text = await answer.body.text().catch((error) => fail('reading', error))
    if (answer.statusCode === 204) return undefined
    const { etag } = answer.headers
    if (answer.statusCode !== 200 || typeof etag !== 'string') fail('reading', `${answer.statusCode} ${text}`)
    return { value: JSON.parse(text) as Value, etag }
  }

  /** @param etag of the value that is replaced; undefined: there is none yet. */
  async write(id: string, value: Value, etag: string | undefined): Promise<void> {
    const { error } = await this.#client.state.save(daprComponents.state, [
      {
        key: this.#key(id),
        value: value as object,
        options,
        ...(etag && { etag }),
        metadata: { ttlInSeconds: String(this.#ttlSeconds) },
      },
    ])
    if (error) fail('writing', error)
  }

  /** Removes the value unless it has changed since; either way the value named by the etag is gone. */
  async remove(id: string, etag: string): Promise<void> {
    const { error } = await this.#client.state.delete(daprComponents.state, this.#key(id), {
      etag,
      ...options,
    })
    if (error && !isConflict(error)) fail('removing', error)
  }
}

/** A first write that finds a value there is no 409 to daprd: its PostgreSQL store updated no item. */
const isConflict = (error: unknown): boolean =>
  /etag|"status":\s*409|no item was updated/i.test(String(error))

function fail(doing: string, cause: unknown): never {
  if (isConflict(cause))
    throw new AppError('conflict', 'changed-meanwhile', 'it has changed meanwhile', { cause })
  throw new AppError('unavailable', 'state-unavailable', `${doing} state failed; try again`, { cause })
}
