import type { ServiceWithDatabase } from '@aos/contracts/services'
import { Construct } from 'constructs'
import {
  CA_FILE,
  CA_FOLDER,
  CA_VOLUME,
  type DatabaseAccess,
  databaseAccess,
  databaseUrl,
} from '../database-access.ts'
import type { EnvValue } from '../secret-value.ts'
import type { Store } from '../store.ts'
import { serviceImage } from './images.ts'
import { OneTimeJob, setupResources } from './job.ts'
import { container, secretFile } from './pod.ts'
import { StoreChart } from './store-chart.ts'

export const migrationPart = (service: ServiceWithDatabase): string => `migrate-${service}`

/** Brings the database of a service to the schema of its version, before that version serves. */
export class Migration extends Construct {
  constructor(scope: Construct, service: ServiceWithDatabase) {
    super(scope, migrationPart(service))
    const { store } = StoreChart.of(scope)
    const { caSecret } = databaseAccess(store)
    const migrate = databaseContainer(store, service, 'migrate', [MIGRATE, service])
    const seed = databaseContainer(store, service, 'seed', ['services/stock/src/seed.ts'])
    new OneTimeJob(this, {
      phase: 'migrations',
      part: migrationPart(service),
      version: store.spec.version,
      serviceAccount: service,
      // The catalogue's new products need the tables first.
      ...(service === 'stock'
        ? { initContainers: [migrate], containers: [seed] }
        : { containers: [migrate] }),
      ...(caSecret && { volumes: [secretFile(CA_VOLUME, caSecret, 'ca.crt')] }),
    })
  }
}

const MIGRATE = 'services/chassis/src/setup/migrate.ts'

/**
 * Holds a new pod until the schema is there that its version needs, whoever applies the Job and the
 * Deployment in whatever order.
 */
export const schemaCheck = (store: Store, service: ServiceWithDatabase) =>
  databaseContainer(store, service, 'schema', [MIGRATE, service, '--wait'])

const databaseContainer = (store: Store, service: ServiceWithDatabase, name: string, args: string[]) =>
  container(store, {
    name,
    image: serviceImage(store, service),
    resources: setupResources,
    args,
    env: databaseEnvironment(databaseAccess(store), service),
    ...(databaseAccess(store).caSecret && {
      mounts: [{ path: CA_FOLDER, volume: CA_VOLUME, readOnly: true }],
    }),
  })

/** How a service, and what prepares its database, finds it. */
export const databaseEnvironment = (
  access: DatabaseAccess,
  service: ServiceWithDatabase,
): Record<string, EnvValue> => ({
  DATABASE_URL: databaseUrl(access, service),
  ...(access.caSecret && { NODE_EXTRA_CA_CERTS: CA_FILE }),
})
