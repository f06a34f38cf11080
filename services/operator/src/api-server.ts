import type { RequestOptions } from 'node:https'
import { Readable } from 'node:stream'
import type { KubeConfig } from '@kubernetes/client-node'
import { Agent, type Dispatcher, request } from 'undici'
import { ApiError } from './api-error.ts'
import { metrics } from './metrics.ts'
import type { KubeObject } from './objects.ts'

const SECOND = 1000

type Query = Record<string, string | number | boolean | undefined>

interface List {
  /** Null where nothing is. */
  items: KubeObject[] | null
  metadata: { resourceVersion: string }
}

interface Credentials {
  headers: Record<string, string>
  /** A few connections for questions and writes; watches hold one each. */
  requests: Agent
  watches: Agent
  freshUntil: number
}

interface Write {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  query?: Query
  body: object
  contentType?: string
  /** Throws when the write must not happen any more; asked at the moment the connection takes the write. */
  fence?: () => void
}

/** Lists that say nothing but names, labels and who owns which field: a tenth of the bytes. */
const METADATA_ONLY = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1'
/** The same for a watch, whose answers are single objects. */
const METADATA_STREAM = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1'

export const WRITE_TIMEOUT_MS = 4 * SECOND
const READ_TIMEOUT_MS = 15 * SECOND
/** The server ends a watch after this, and it goes on where it was; one that is silent for longer is dead. */
const WATCH_SECONDS = 300
const SILENCE_MS = (WATCH_SECONDS + 30) * SECOND
/** Projected service account tokens are exchanged long before they end; their file is read again this often. */
const CREDENTIALS_MS = 60 * SECOND

/**
 * The API server as JSON over HTTP, with the address and credentials of a KubeConfig.
 *
 * The typed clients of @kubernetes/client-node open a connection and a TLS session for every single request,
 * drop fields that are newer than themselves, and cannot be told to ask right before a write leaves.
 */
export class ApiServer {
  readonly #kubeConfig: KubeConfig
  readonly #base: string
  readonly #writeTimeoutMs: number
  #credentials: Credentials | undefined
  #answeredAtMs = Number.NEGATIVE_INFINITY

  constructor(kubeConfig: KubeConfig, writeTimeoutMs = WRITE_TIMEOUT_MS) {
    const cluster = kubeConfig.getCurrentCluster()
    if (!cluster) throw new Error('no cluster: run in one, or set KUBECONFIG')
    this.#kubeConfig = kubeConfig
    this.#writeTimeoutMs = writeTimeoutMs
    this.#base = cluster.server.replace(/\/$/, '')
  }

  async read<T = KubeObject>(path: string, query: Query = {}, accept = 'application/json'): Promise<T> {
    const answer = await this.#send('GET', path, query, {
      headers: { accept },
      signal: AbortSignal.timeout(READ_TIMEOUT_MS),
    })
    return (await answer.body.json()) as T
  }

  async list(path: string, query: Query = {}): Promise<KubeObject[]> {
    return (await this.read<List>(path, query)).items ?? []
  }

  /** Names, labels and who owns which field of all objects there, and from where a watch goes on. */
  async names(path: string, query: Query = {}): Promise<{ items: KubeObject[]; version: string }> {
    const { items, metadata } = await this.read<List>(path, query, METADATA_ONLY)
    return { items: items ?? [], version: metadata.resourceVersion }
  }

  /** What changes from now on, or since a version; whoever reads it decides what an interruption means. */
  async watch(path: string, query: Query, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    const answer = await this.#send(
      'GET',
      path,
      { ...query, watch: true, allowWatchBookmarks: true, timeoutSeconds: WATCH_SECONDS },
      { headers: { accept: METADATA_STREAM }, signal, bodyTimeout: SILENCE_MS },
    )
    return answer.body
  }

  /**
   * The server gives a write up after the same time as we do, so that a write which was slow to be accepted
   * does not take effect long after it was sent.
   */
  async write<T = KubeObject>({ method, path, query, body, contentType, fence }: Write): Promise<T> {
    const bytes = Buffer.from(JSON.stringify(body))
    const answer = await this.#send(
      method,
      path,
      { ...query, timeout: `${this.#writeTimeoutMs}ms` },
      {
        headers: {
          accept: 'application/json',
          'content-type': contentType ?? 'application/json',
          'content-length': String(bytes.length),
        },
        body: Readable.from(handedOver(bytes, fence)),
        signal: AbortSignal.timeout(this.#writeTimeoutMs),
      },
    )
    return (await answer.body.json()) as T
  }

  hasAnsweredWithin(ms: number): boolean {
    return performance.now() - this.#answeredAtMs < ms
  }

  async close(): Promise<void> {
    await Promise.all([this.#credentials?.requests.destroy(), this.#credentials?.watches.destroy()])
  }

  async #send(
    method: Dispatcher.HttpMethod,
    path: string,
    query: Query,
    options: Pick<Dispatcher.RequestOptions, 'headers' | 'body' | 'signal' | 'bodyTimeout'>,
  ): Promise<Dispatcher.ResponseData> {
    const { headers, requests, watches } = await this.#authenticated()
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) search.set(name, String(value))
    const answer = await request(`${this.#base}${path}?${search}`, {
      method,
      ...options,
      headers: { ...headers, ...(options.headers as Record<string, string>) },
      dispatcher: query.watch ? watches : requests,
    })
    this.#answeredAtMs = performance.now()
    metrics.apiRequests.inc({ method, status: answer.statusCode })
    if (answer.statusCode < 300) return answer
    const retryAfterMs = Number(answer.headers['retry-after'] ?? 0) * SECOND || 0
    throw new ApiError(`${method} ${path}`, answer.statusCode, await answer.body.text(), retryAfterMs)
  }

  async #authenticated(): Promise<Credentials> {
    const known = this.#credentials
    if (known && performance.now() < known.freshUntil) return known
    const options: RequestOptions = {}
    await this.#kubeConfig.applyToHTTPSOptions(options)
    const { ca, cert, key, rejectUnauthorized, servername } = options
    const connect = Object.fromEntries(
      Object.entries({ ca, cert, key, rejectUnauthorized, servername }).filter(([, value]) => value != null),
    )
    // Over HTTP/2 the head of a write would leave before its body is asked for.
    const http1 = { connect, allowH2: false }
    this.#credentials = {
      headers: (options.headers ?? {}) as Record<string, string>,
      requests: known?.requests ?? new Agent({ ...http1, connections: 6, keepAliveTimeout: 30 * SECOND }),
      watches: known?.watches ?? new Agent(http1),
      freshUntil: performance.now() + CREDENTIALS_MS,
    }
    return this.#credentials
  }
}

/**
 * The body of a write, asked for by the connection once it is open and free. A process that was frozen while
 * it waited for that finds the fence closed here, and a write without its body changes nothing.
 */
async function* handedOver(bytes: Buffer, fence: (() => void) | undefined): AsyncGenerator<Buffer> {
  fence?.()
  yield bytes
}
