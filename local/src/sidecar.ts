import { setTimeout as sleep } from 'node:timers/promises'
import { type ServiceName, SIDECAR_READ_BUFFER } from '@aos/contracts/services'
import { inheritedEnvironment } from './config.ts'
import type { ServicePorts } from './ports.ts'
import { type SupervisedProcess, type Surroundings, supervise } from './process/supervise.ts'

interface Options {
  app: ServiceName
  /** The program. */
  daprd: string
  resourcesDir: string
  configFile: string
  ports: ServicePorts
  logFile: string
  /** APP_API_TOKEN, DAPR_API_TOKEN and the like. */
  env?: Record<string, string>
}

const READY_MS = 60_000

/**
 * Starts the Dapr sidecar of one service, which listens on this machine only. It is ready when it
 * takes calls and, because it asks the service for its subscriptions, when the service is up too.
 */
export async function startSidecar(options: Options, surroundings: Surroundings): Promise<SupervisedProcess> {
  const { app, daprd, ports, logFile, env = {} } = options
  const health = `http://127.0.0.1:${ports.daprHttp}/v1.0/healthz`
  const supervised = await supervise(
    {
      name: `${app}-dapr`,
      kind: 'sidecar',
      command: daprd,
      args: flags(options),
      // Rarer garbage collection: a sidecar holds little and allocates much.
      env: { ...inheritedEnvironment(), GOGC: '400', DAPR_HOST_IP: '127.0.0.1', ...env },
      logFile,
      isReady: () => isOk(`${health}/outbound`),
      readyWithinMs: READY_MS,
    },
    surroundings,
  )
  await waitFor(() => isOk(health), `the sidecar of ${app} does not get ready: see ${logFile}`)
  return supervised
}

const flags = ({ app, resourcesDir, configFile, ports }: Options): string[] => [
  ...['--app-id', app],
  ...['--app-protocol', 'http'],
  ...['--app-channel-address', '127.0.0.1'],
  ...['--app-port', String(ports.app)],
  ...['--dapr-http-port', String(ports.daprHttp)],
  ...['--dapr-grpc-port', String(ports.daprGrpc)],
  ...['--dapr-internal-grpc-port', String(ports.daprInternal)],
  ...['--metrics-port', String(ports.daprMetrics)],
  ...['--dapr-listen-addresses', '127.0.0.1'],
  ...['--dapr-internal-grpc-listen-address', '127.0.0.1'],
  ...['--metrics-listen-address', '127.0.0.1'],
  ...['--resources-path', resourcesDir],
  ...['--config', configFile],
  ...['--read-buffer-size', SIDECAR_READ_BUFFER],
  ...['--dapr-graceful-shutdown-seconds', '5'],
  ...['--log-level', 'info'],
]

async function isOk(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok
  } catch {
    return false
  }
}

async function waitFor(isDone: () => Promise<boolean>, complaint: string): Promise<void> {
  const deadline = Date.now() + READY_MS
  while (!(await isDone())) {
    if (Date.now() > deadline) throw new Error(complaint)
    await sleep(100)
  }
}
