import { databaseNames } from '@aos/contracts/services'
import { Construct } from 'constructs'
import { CA_FILE, CA_FOLDER, CA_VOLUME, databaseAccess, passwordOf } from '../database-access.ts'
import type { EnvValue } from '../secret-value.ts'
import type { Store } from '../store.ts'
import { serviceImage } from './images.ts'
import { OneTimeJob, setupResources } from './job.ts'
import { container, secretFile } from './pod.ts'
import { ServiceAccount } from './service-account.ts'
import { StoreChart } from './store-chart.ts'

export const DATABASES = 'databases'

/** A database for each service, and a role that owns it and may do nothing else. */
export class Databases extends Construct {
  constructor(scope: Construct) {
    super(scope, DATABASES)
    const { store } = StoreChart.of(scope)
    const { caSecret } = databaseAccess(store)
    new ServiceAccount(this, DATABASES)
    new OneTimeJob(this, {
      phase: 'platform',
      part: DATABASES,
      serviceAccount: DATABASES,
      containers: [
        container(store, {
          name: DATABASES,
          image: serviceImage(store, 'orders'),
          resources: setupResources,
          args: ['services/chassis/src/setup/databases.ts'],
          env: environment(store),
          ...(caSecret && { mounts: [{ path: CA_FOLDER, volume: CA_VOLUME, readOnly: true }] }),
        }),
      ],
      ...(caSecret && { volumes: [secretFile(CA_VOLUME, caSecret, 'ca.crt')] }),
    })
  }
}

function environment(store: Store): Record<string, EnvValue> {
  const { host, port, sslMode, admin, caSecret } = databaseAccess(store)
  return {
    POSTGRES_HOST: host,
    POSTGRES_PORT: String(port),
    POSTGRES_SSL_MODE: sslMode,
    POSTGRES_USER: admin.user,
    POSTGRES_PASSWORD: admin.password,
    ...(caSecret && { NODE_EXTRA_CA_CERTS: CA_FILE }),
    ...Object.fromEntries(
      databaseNames.map((name) => [`DATABASE_PASSWORD_${name.toUpperCase()}`, passwordOf(name)]),
    ),
  }
}
