import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { localDapr } from '@aos/cdk8s/local-dapr'
import type { ServiceName } from '@aos/contracts/services'
import { freePorts, type ServicePorts } from '@aos/local/ports'
import { ProcessGroup } from '@aos/local/process/process-group'
import { silent } from '@aos/local/report'
import { startSidecar } from '@aos/local/sidecar'
import { findDaprd } from '@aos/local/toolchain/daprd'

/** What an app under test sends nothing without; its sidecar knows it. */
export const APP_API_TOKEN = 'a-token-that-only-tests-know'
export const ACTOR_TOKEN_SECRET = 'a-secret-that-only-tests-know-and-is-long-enough'

export interface TestSidecar {
  /** Kills it; supervision starts it again. */
  crash: () => void
  stop: () => Promise<void>
}

interface Options {
  service: ServiceName
  /** Of the app, which must answer already, and of the sidecar. */
  ports: ServicePorts
  brokers: string
  /** Needed by whoever keeps state, such as carts. */
  stateDatabaseUrl?: string
}

export const freeServicePorts = async (service: ServiceName): Promise<ServicePorts> =>
  (await freePorts()).services[service]

/** A real daprd beside an app under test, with the components that the store runs with. */
export async function testSidecar({
  service,
  ports,
  brokers,
  stateDatabaseUrl,
}: Options): Promise<TestSidecar> {
  const folder = mkdtempSync(join(tmpdir(), 'aos-sidecar-'))
  const files = localDapr({
    kafkaBrokers: brokers,
    stateDatabaseUrl: stateDatabaseUrl ?? '',
    traceSampling: 1,
    nameResolutionFile: join(folder, 'names.db'),
  })
  if (!stateDatabaseUrl) delete files['resources/state.yaml']
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const group = await ProcessGroup.of(join(folder, 'processes.json'), silent)
  const sidecar = await startSidecar(
    {
      app: service,
      daprd: await findDaprd(silent),
      resourcesDir: join(folder, 'resources'),
      configFile: join(folder, 'configuration.yaml'),
      ports,
      logFile: join(folder, 'daprd.log'),
      env: { APP_API_TOKEN },
    },
    group.surroundings,
  )
  return {
    crash: () => sidecar.kill('SIGKILL'),
    stop: async () => {
      await group.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
