import type { Logger } from '@aos/chassis/logger'
import { ApiError, forLog, isStatus } from './api-error.ts'
import type { ApiServer } from './api-server.ts'
import { metrics } from './metrics.ts'
import type { Metadata } from './objects.ts'
import { pause } from './pause.ts'

const SECOND = 1000
const LONGEST_PAUSE_MS = 30 * SECOND

interface WatchOptions {
  kind: string
  path: string
  labelSelector?: string | undefined
  /** Something about an object of this namespace: look there. */
  onChange: (namespace: string) => void
  signal: AbortSignal
  logger: Logger
}

interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR'
  object: { metadata: Metadata; code?: number; message?: string }
}

/**
 * A watch is a doorbell: it says where to look, and nothing of what it says is believed.
 *
 * One that lost its place (410) or broke off begins anew with a list, and rings for everything that exists:
 * what happened meanwhile is found by looking. It never ends for good:
 * errors make it wait, longer and longer, and a kind that the cluster does not know may be installed later.
 */
export async function keepWatching(api: ApiServer, options: WatchOptions): Promise<void> {
  const { kind, signal, logger } = options
  const place: { version?: string | undefined } = {}
  for (let failures = 0; !signal.aborted; ) {
    try {
      await follow(api, options, place)
      failures = 0
      metrics.watchRestarts.inc({ kind, why: 'closed' })
      await pause(SECOND, signal)
    } catch (error) {
      if (signal.aborted) return
      const isExpired = isStatus(error, 410)
      place.version = undefined
      failures += 1
      metrics.watchRestarts.inc({ kind, why: isExpired ? 'expired' : 'failed' })
      const isNotServed = isStatus(error, 404)
      logger[isExpired || isNotServed ? 'debug' : 'warn']({ kind, ...forLog(error) }, 'a watch broke off')
      const wanted = error instanceof ApiError ? error.retryAfterMs : 0
      const backOff = isNotServed ? LONGEST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures)
      await pause(Math.max(wanted, backOff * (0.75 + Math.random() / 2)), signal)
    }
  }
}

async function follow(api: ApiServer, options: WatchOptions, place: { version?: string | undefined }) {
  const { path, labelSelector, onChange, signal } = options
  if (!place.version) {
    const { items, version } = await api.names(path, { labelSelector })
    for (const { metadata } of items) if (metadata.namespace) onChange(metadata.namespace)
    place.version = version
  }
  const query = { labelSelector, resourceVersion: place.version }
  for await (const line of lines(await api.watch(path, query, signal))) {
    const { type, object } = JSON.parse(line) as WatchEvent
    if (type === 'ERROR') throw new ApiError(`watching ${path}`, object.code ?? 500, JSON.stringify(object))
    place.version = object.metadata.resourceVersion
    if (type !== 'BOOKMARK' && object.metadata.namespace) onChange(object.metadata.namespace)
  }
}

async function* lines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    yield* parts.filter(Boolean)
  }
}
