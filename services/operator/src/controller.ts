import { STORE_LABEL } from '@aos/cdk8s/store'
import type { Logger } from '@aos/chassis/logger'
import type { ApiServer } from './api-server.ts'
import { type Kind, kinds, pathOf, podKind, storeKind } from './kinds.ts'
import { pause } from './pause.ts'
import { Queue } from './queue.ts'
import { reconcile } from './reconcile.ts'
import { keepWatching } from './watch.ts'

interface ControllerOptions {
  api: ApiServer
  fence: () => void
  logger: Logger
  /** Only this namespace; all of them when it is absent. */
  namespace: string | undefined
  /** Everything is looked at this often, whatever watches did or did not say. */
  resyncMs: number
}

/** Watch → queue → reconcile, for as long as this process leads. The key is a namespace: it holds one store. */
export async function runController(options: ControllerOptions, signal: AbortSignal): Promise<void> {
  const { api, namespace, logger, resyncMs } = options
  const queue = new Queue({ work: (key) => reconcile(key, options), logger })
  const withStore = new Set<string>()
  const ring = (from: string) => withStore.has(from) && queue.add(from)
  const onStore = (from: string) => {
    withStore.add(from)
    queue.add(from)
  }
  const watch = (kind: Kind, onChange: (from: string) => void, labelSelector?: string) =>
    keepWatching(api, {
      kind: kind.kind,
      path: pathOf(kind, namespace),
      labelSelector,
      onChange,
      signal,
      logger,
    })

  const watches = [
    watch(storeKind, onStore),
    watch(podKind, ring, STORE_LABEL),
    // Secrets of people have no label of ours, and pods that use them start anew when they change.
    ...kinds.map((kind) => watch(kind, ring, kind.kind === 'Secret' ? undefined : STORE_LABEL)),
  ]
  while (!signal.aborted) {
    await pause(resyncMs * (0.9 + Math.random() / 5), signal)
    for (const key of withStore) queue.add(key)
  }
  await Promise.all([...watches, queue.stop()])
}
