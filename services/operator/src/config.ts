import { hostname } from 'node:os'
import { readConfig } from '@aos/chassis/config'
import { z } from 'zod'

const SECOND = 1000
const milliseconds = z.coerce.number().int()

/** Where the API server is comes from the pod's service account, or from KUBECONFIG outside of a cluster. */
const OperatorConfig = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(8080),
  HOST: z.string().default('0.0.0.0'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  /** Names this process in the Lease; after a restart of its container it is still the same. */
  POD_NAME: z.string().min(1).default(hostname()),
  /** Where the Lease is. */
  POD_NAMESPACE: z.string().min(1).default('default'),
  /** The only namespace whose store is kept; every namespace when absent. */
  WATCH_NAMESPACE: z.string().min(1).optional(),
  LEASE_NAME: z.string().min(1).default('store-operator'),
  LEASE_MS: milliseconds.min(10 * SECOND).default(15 * SECOND),
  LEASE_RENEW_MS: milliseconds.min(SECOND).default(4 * SECOND),
  RESYNC_MS: milliseconds.min(SECOND).default(300 * SECOND),
  /** How long a stop may take; a reconcile ends in between two writes, and the next operator goes on from there. */
  SHUTDOWN_MS: milliseconds.min(0).default(20 * SECOND),
})
export type OperatorConfig = z.infer<typeof OperatorConfig>

export const operatorConfig = (): OperatorConfig => readConfig(OperatorConfig, process.env)
