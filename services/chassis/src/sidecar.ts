import { daprComponents } from '@aos/contracts/services'
import { CommunicationProtocolEnum, DaprClient, type LoggerService } from '@dapr/dapr'
import { Agent, type Dispatcher, request } from 'undici'
import type { BaseConfig } from './config.ts'
import { AppError } from './errors.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

/** The SDK prints what it also returns, an ordinary conflict as an error; who gets it logs it. */
const silent: LoggerService = {
  error() {},
  warn() {},
  info() {},
  verbose() {},
  debug() {},
}

interface Entry {
  id: string
  key: string
  /** A CloudEvent as JSON. */
  event: string
}

interface Invocation {
  method: string
  /** Path and query at the other service. */
  path: string
  headers?: Record<string, string | string[] | undefined>
  body?: string | Buffer | undefined
  signal?: AbortSignal
}

/**
 * What this service asks of its Dapr sidecar. State goes through the SDK. Bulk publishing and
 * invocation do not: over HTTP the SDK's `publishBulk` never reports a failed entry (it compares
 * `entryID` with daprd's `entryId`), and its invoker hides status and headers, which a gateway hands on.
 */
export class Sidecar {
  readonly client: DaprClient
  readonly #agent = new Agent({ keepAliveTimeout: 30_000 })
  readonly #address: string
  readonly #token: Record<string, string>

  constructor({ DAPR_HTTP_PORT, DAPR_API_TOKEN }: Pick<BaseConfig, 'DAPR_HTTP_PORT' | 'DAPR_API_TOKEN'>) {
    this.#token = tokenHeader(DAPR_API_TOKEN)
    this.#address = `http://127.0.0.1:${DAPR_HTTP_PORT}`
    this.client = new DaprClient({
      daprHost: '127.0.0.1',
      daprPort: String(DAPR_HTTP_PORT),
      communicationProtocol: CommunicationProtocolEnum.HTTP,
      ...(DAPR_API_TOKEN && { daprApiToken: DAPR_API_TOKEN }),
      logger: { service: silent },
    })
  }

  /**
   * Publishes all entries in one request.
   * @returns the ids that Kafka did not acknowledge; they may have been written all the same.
   * @throws when the sidecar gave no answer that can be believed: then all of them may or may not be written.
   */
  async publish(topic: string, entries: Entry[], traceparent: string | undefined): Promise<Set<string>> {
    const body = entries.map(
      ({ id, key, event }) =>
        `{"entryId":"${id}","contentType":"application/cloudevents+json","metadata":{"partitionKey":${JSON.stringify(key)}},"event":${event}}`,
    )
    const answer = await request(`${this.#address}/v1.0/publish/bulk/${daprComponents.pubsub}/${topic}`, {
      method: 'POST',
      dispatcher: this.#agent,
      headers: { ...JSON_TYPE, ...this.#token, ...(traceparent && { traceparent }) },
      body: `[${body.join()}]`,
      headersTimeout: 30_000,
    })
    const text = await answer.body.text()
    const failed = failedEntries(text)
    if (failed.size === 0 && answer.statusCode >= 300)
      throw new AppError(
        'unavailable',
        'publish-failed',
        `publishing to ${topic}: ${answer.statusCode} ${text}`,
      )
    return failed
  }

  /** Calls another service through both sidecars; the answer comes back as it is, whatever its status. */
  async invoke(
    service: string,
    { method, path, headers = {}, body, signal }: Invocation,
  ): Promise<Dispatcher.ResponseData> {
    try {
      return await request(`${this.#address}/v1.0/invoke/${service}/method${path}`, {
        method: method.toUpperCase() as Dispatcher.HttpMethod,
        dispatcher: this.#agent,
        headers: { ...headers, ...this.#token },
        body: body ?? null,
        signal: signal ?? null,
        headersTimeout: 60_000,
      })
    } catch (cause) {
      throw new AppError('unavailable', 'service-unavailable', `${service} cannot be reached; try again`, {
        cause,
      })
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#agent.close(), this.client.stop()])
  }
}

export const tokenHeader = (token: string | undefined): Record<string, string> =>
  token ? { 'dapr-api-token': token } : {}

function failedEntries(text: string): Set<string> {
  if (text === '') return new Set()
  const { failedEntries = [] } = JSON.parse(text) as { failedEntries?: { entryId: string }[] }
  return new Set(failedEntries.map(({ entryId }) => entryId))
}
