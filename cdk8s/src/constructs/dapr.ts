import { type ServiceName, serviceNames } from '@aos/contracts/services'
import { ApiObject } from 'cdk8s'
import { Construct } from 'constructs'
import { CA_FILE, databaseAccess, passwordOf } from '../database-access.ts'
import { digest } from '../digest.ts'
import { kafkaAccess } from '../kafka-access.ts'
import { PHASE_LABEL } from '../store.ts'
import { Configuration } from './configuration.ts'
import type { MetadataValue } from './dapr-component.ts'
import { PubSub, sidecarSecret } from './pubsub.ts'
import { Resiliency } from './resiliency.ts'
import { StateStore } from './state-store.ts'
import { partLabel, StoreChart } from './store-chart.ts'

/** What the sidecars of the store read when they start. */
export class Dapr extends Construct {
  constructor(scope: Construct) {
    super(scope, 'dapr')
    const { store } = StoreChart.of(scope)
    const { namespace, spec } = store
    const labels = { ...partLabel('dapr'), [PHASE_LABEL]: 'foundation' }
    new PubSub(this, { kafka: kafkaAccess(store), labels })
    new StateStore(this, { connection: stateConnection(databaseAccess(store)), labels })
    new Resiliency(this, labels)
    for (const service of serviceNames)
      new Configuration(this, { service, namespace, tracing: spec.tracing, labels })
  }

  /** Changes when the sidecar of this service would have to start anew. */
  revisionOf(service: ServiceName): string {
    const chart = StoreChart.of(this)
    const used = this.node
      .findAll()
      .filter((node) => ApiObject.isApiObject(node))
      .map((object) => object.toJson())
      .filter(({ kind, metadata, scopes }) =>
        kind === 'Configuration' ? metadata.name === service : (scopes ?? [service]).includes(service),
      )
      .map(({ kind, spec }) => ({ kind, spec }))
    const secrets = chart.secretsRevision([used, sidecarSecret(kafkaAccess(chart.store), service)])
    return digest([used, secrets])
  }
}

function stateConnection({
  host,
  port,
  sslMode,
  caSecret,
}: ReturnType<typeof databaseAccess>): Record<string, MetadataValue> {
  return {
    connectionString: `sslmode=${sslMode}`,
    host,
    port: String(port),
    database: 'state',
    user: 'state',
    password: passwordOf('state'),
    ...(caSecret && { sslRootCert: CA_FILE }),
  }
}
