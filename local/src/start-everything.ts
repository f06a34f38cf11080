import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { localDapr } from '@aos/cdk8s/local-dapr'
import { migrateDatabase } from '@aos/chassis/setup/migrate'
import { type ServiceName, serviceNames } from '@aos/contracts/services'
import { topics } from '@aos/contracts/topics'
import { buildWeb } from './build-web.ts'
import { dataPaths } from './data-folder.ts'
import { parts, serviceSecrets } from './parts.ts'
import type { Plan } from './plan.ts'
import { startKafka } from './platform/kafka.ts'
import { startPostgres } from './platform/postgres.ts'
import { startZipkin } from './platform/zipkin.ts'
import type { Surroundings } from './process/supervise.ts'
import { seconds } from './report.ts'
import { startSidecar } from './sidecar.ts'
import { startPart } from './start-part.ts'
import { createDatabases, seedCatalogue } from './store-data.ts'
import { findDaprd } from './toolchain/daprd.ts'
import { findZipkinJar } from './toolchain/zipkin.ts'

/**
 * The order of the start. Each step waits only for what it needs:
 *
 *   postgres ── databases ─┬─ a service's tables ── the service
 *                          │           └─ stock's ── the catalogue
 *   kafka ────── topics ───┼─ a service's sidecar
 *   daprd ─────────────────┘
 *   the simulators          the web app
 */
export async function startEverything(plan: Plan, surroundings: Surroundings): Promise<void> {
  const dapr = writeDaprFiles(plan)
  const databases = startDatabases(plan, surroundings)
  const messaging = startMessaging(plan, surroundings)
  // Fetched while the rest starts, but not beside Kafka: two Mavens at once may spoil their repository.
  if (plan.runs.zipkin) messaging.then(() => findZipkinJar(surroundings.report)).catch(() => {})
  const standing = Promise.all([findDaprd(surroundings.report), databases, messaging])

  const start = async (name: string, starting: () => Promise<unknown>) => {
    const started = Date.now()
    await starting()
    surroundings.report(name, `ready after ${seconds(started)}`)
  }
  const startSidecarOf = async (app: ServiceName) => {
    const [daprd] = await standing
    await start(`${app}-dapr`, () =>
      startSidecar(
        {
          app,
          daprd,
          ...dapr,
          ports: plan.ports.services[app],
          logFile: logFile(plan, `${app}-dapr`),
          env: { APP_API_TOKEN: serviceSecrets(plan.secrets).APP_API_TOKEN },
        },
        surroundings,
      ),
    )
  }

  await Promise.all([
    plan.runs.web && buildWeb(surroundings.report),
    ...parts.map(async ({ name, kind }) => {
      if (kind === 'service') await databases.then(() => prepareTables(name as ServiceName, plan))
      const { onLine } = plan
      await start(name, () =>
        startPart(name, { facts: plan, settings: plan.settings[name], onLine }, surroundings),
      )
    }),
    ...serviceNames.map(startSidecarOf),
  ])
}

const logFile = ({ dataDir }: Plan, name: string): string => join(dataPaths(dataDir).logs, `${name}.log`)

async function startDatabases(plan: Plan, surroundings: Surroundings): Promise<void> {
  if (plan.runs.postgres) {
    const password = plan.secrets.get('postgres')
    const port = plan.ports.platform.postgres
    const dataDir = dataPaths(plan.dataDir).postgres
    await startPostgres({ dataDir, logFile: logFile(plan, 'postgres'), port, password }, surroundings)
  }
  await createDatabases(plan.adminDatabaseUrl, plan.secrets)
  surroundings.report('postgres', 'ready, with a database for each service')
}

async function startMessaging(plan: Plan, surroundings: Surroundings): Promise<void> {
  // The Kafka client takes half a second to load, which here happens while Kafka starts.
  const client = import('@aos/chassis/setup/topics')
  if (plan.runs.kafka) {
    const dataDir = dataPaths(plan.dataDir).kafka
    await startKafka({ dataDir, logFile: logFile(plan, 'kafka'), ports: plan.ports.platform }, surroundings)
  }
  const { createTopics } = await client
  await createTopics(plan.kafkaBrokers, topics)
  surroundings.report('kafka', `ready, with ${topics.length} topics`)
}

async function prepareTables(service: ServiceName, plan: Plan): Promise<void> {
  const databaseUrl = plan.databaseUrls[service]
  if (!databaseUrl) return
  await migrateDatabase(service, databaseUrl)
  if (service === 'stock') await seedCatalogue(databaseUrl)
}

function writeDaprFiles(plan: Plan): { resourcesDir: string; configFile: string } {
  const { dapr } = dataPaths(plan.dataDir)
  // The names of an earlier run would be resolved to where nobody listens.
  rmSync(dapr, { recursive: true, force: true })
  const files = localDapr({
    kafkaBrokers: plan.kafkaBrokers,
    stateDatabaseUrl: plan.databaseUrls.state ?? '',
    zipkinUrl: plan.spansUrl,
    traceSampling: plan.traceSampling,
    nameResolutionFile: join(dapr, 'names.db'),
  })
  for (const [name, yaml] of Object.entries(files)) {
    const file = join(dapr, name)
    mkdirSync(dirname(file), { recursive: true })
    // The state store's password is inside.
    writeFileSync(file, yaml, { mode: 0o600 })
  }
  return { resourcesDir: join(dapr, 'resources'), configFile: join(dapr, 'configuration.yaml') }
}

/** Traces are for looking at afterwards, so Zipkin holds nobody up and its faults stop nothing. */
export async function startTracing(plan: Plan, surroundings: Surroundings): Promise<void> {
  if (!plan.runs.zipkin) return
  const { report } = surroundings
  try {
    await startZipkin({ logFile: logFile(plan, 'zipkin'), port: plan.ports.platform.zipkin }, surroundings)
    report('zipkin', `traces are shown at ${plan.addresses.traces}`)
  } catch (error) {
    report('zipkin', `there are no traces this time: ${(error as Error).message}`)
  }
}
