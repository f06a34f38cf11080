import type { Lifecycle } from '@aos/chassis/lifecycle'
import type { Logger } from '@aos/chassis/logger'
import type { ApiServer } from './api-server.ts'
import type { OperatorConfig } from './config.ts'
import { runController } from './controller.ts'
import { serveHealth } from './health.ts'
import { Lease } from './lease.ts'
import { metrics } from './metrics.ts'

interface Parts {
  config: OperatorConfig
  api: ApiServer
  logger: Logger
  lifecycle: Lifecycle
}

/** Stands for election; works while it leads; goes on standing until it is stopped. */
export async function runOperator({ config, api, logger, lifecycle }: Parts): Promise<void> {
  const lease = new Lease(
    api,
    {
      namespace: config.POD_NAMESPACE,
      name: config.LEASE_NAME,
      identity: config.POD_NAME,
      durationMs: config.LEASE_MS,
      renewMs: config.LEASE_RENEW_MS,
    },
    logger,
  )
  const lead = async (signal: AbortSignal) => {
    metrics.leading.set(1)
    signal.addEventListener('abort', () => metrics.leading.set(0))
    const { WATCH_NAMESPACE: namespace, RESYNC_MS: resyncMs } = config
    await runController({ api, fence: lease.fence, logger, namespace, resyncMs }, signal)
  }

  const { HOST: host, PORT: port } = config
  const health = await serveHealth({
    host,
    port,
    isReady: () => api.hasAnsweredWithin(4 * config.LEASE_RENEW_MS),
  })
  lifecycle.onStop('health', () => health.close())
  const campaign = lease.campaign(lead, lifecycle.signal)
  // The signal is what ends it; it has then finished its last write and let go of the lease.
  lifecycle.onStop('the campaign', () => campaign)
  logger.info({ port, identity: config.POD_NAME }, 'standing for election')
}
