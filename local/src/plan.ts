import { localConfig } from './config.ts'
import { dataPaths } from './data-folder.ts'
import { type Facts, local } from './parts.ts'
import { superuserUrl } from './platform/postgres.ts'
import { spansUrl } from './platform/zipkin.ts'
import { requireFreePorts } from './port-owner.ts'
import { freePorts, type StorePorts } from './ports.ts'
import { Secrets } from './secrets.ts'
import type { StoreOptions } from './store.ts'
import { databaseUrls } from './store-data.ts'

/** Addresses for people. */
export interface Addresses {
  shop: string
  mailbox: string
  paymentBroker: string
  carrier: string
  traces: string | undefined
}

/** All that is decided before anything starts. */
export interface Plan extends Facts {
  addresses: Addresses
  adminDatabaseUrl: string
  kafkaBrokers: string
  runs: { postgres: boolean; kafka: boolean; zipkin: boolean; web: boolean }
  settings: NonNullable<StoreOptions['settings']>
  onLine: (name: string, line: string) => void
}

export async function planFor(options: StoreOptions): Promise<Plan> {
  const {
    dataDir,
    zipkin = true,
    web = true,
    traceSampling = 0.1,
    settings = {},
    onLine = () => {},
  } = options
  const config = localConfig()
  const runs = {
    postgres: !config.DATABASE_URL,
    kafka: !config.KAFKA_BROKERS,
    zipkin: zipkin && !config.ZIPKIN_URL,
    web,
  }
  const ports = options.ports ?? (await freePorts())
  if (options.ports) await requireFreePorts(ports, (name) => isUsed(name, runs))
  const secrets = new Secrets(dataPaths(dataDir).secrets)
  const adminDatabaseUrl =
    config.DATABASE_URL ?? superuserUrl(ports.platform.postgres, secrets.get('postgres'))
  const addresses = addressesOf(ports, runs.zipkin)
  return {
    ports,
    dataDir,
    secrets,
    adminDatabaseUrl,
    databaseUrls: databaseUrls(adminDatabaseUrl, secrets),
    kafkaBrokers: config.KAFKA_BROKERS ?? `127.0.0.1:${ports.platform.kafka}`,
    spansUrl: config.ZIPKIN_URL ?? (runs.zipkin ? spansUrl(ports.platform.zipkin) : undefined),
    traceUrl: runs.zipkin ? `${tracesPage(ports)}traces/{traceId}` : undefined,
    traceSampling,
    tracesUrl: addresses.traces,
    addresses,
    runs,
    settings,
    onLine,
  }
}

/** Which processes own a port that has another name than they have. */
const ownerOfPort: Record<string, keyof Plan['runs']> = {
  postgres: 'postgres',
  kafka: 'kafka',
  kafkaController: 'kafka',
  zipkin: 'zipkin',
}

function isUsed(port: string, runs: Plan['runs']): boolean {
  const owner = ownerOfPort[port]
  return owner === undefined || runs[owner]
}

const at = (port: number) => `http://localhost:${port}`

const tracesPage = ({ platform }: StorePorts) => `${at(platform.zipkin)}/zipkin/`

function addressesOf({ services, platform }: StorePorts, zipkin: boolean): Addresses {
  return {
    shop: local(services.gateway.app),
    mailbox: local(platform.mailbox),
    paymentBroker: local(platform.paymentBroker),
    carrier: local(platform.carrier),
    traces: zipkin ? `${local(platform.zipkin)}/zipkin/` : undefined,
  }
}
