import { ApiObject, App, Chart, Yaml } from 'cdk8s'
import type { Construct } from 'constructs'
import { tracing } from './constructs/configuration.ts'
import { DAPR } from './constructs/dapr-component.ts'
import { PubSub } from './constructs/pubsub.ts'
import { Resiliency } from './constructs/resiliency.ts'
import { StateStore } from './constructs/state-store.ts'

interface LocalAddresses {
  /** `host:port`, comma separated. */
  kafkaBrokers: string
  /** Of the database that holds carts and other values kept by key. */
  stateDatabaseUrl: string
  /** Where sidecars send spans; absent: nowhere. */
  zipkinUrl?: string | undefined
  /** Share of the traces kept that nobody decided about. Above 0, or events would lose their traceparent. */
  traceSampling: number
  /** A file through which the sidecars of one machine find each other. */
  nameResolutionFile: string
}

/** The Dapr resources of the one-machine store: file name → YAML. `configuration.yaml` is for `--config`. */
export function localDapr(addresses: LocalAddresses): Record<string, string> {
  const chart = new Chart(new App(), 'store')
  const { kafkaBrokers: brokers, stateDatabaseUrl: connectionString } = addresses
  return {
    'resources/pubsub.yaml': yaml(new PubSub(chart, { kafka: { brokers, tls: false } })),
    'resources/state.yaml': yaml(new StateStore(chart, { connection: { connectionString } })),
    'resources/resiliency.yaml': yaml(new Resiliency(chart)),
    'configuration.yaml': yaml(configuration(chart, addresses)),
  }
}

const yaml = (construct: Construct): string =>
  Yaml.stringify(
    ...construct.node
      .findAll()
      .filter((node) => ApiObject.isApiObject(node))
      .map((object) => object.toJson()),
  )

const configuration = (
  chart: Chart,
  { zipkinUrl, traceSampling, nameResolutionFile }: LocalAddresses,
): ApiObject =>
  new ApiObject(chart, 'configuration', {
    apiVersion: DAPR,
    kind: 'Configuration',
    metadata: { name: 'store' },
    spec: {
      tracing: tracing(String(traceSampling), zipkinUrl),
      nameResolution: {
        component: 'sqlite',
        version: 'v1',
        configuration: {
          connectionString: nameResolutionFile,
          // A sidecar says every 50 s that it is there, and is known for 60: a busy machine makes none disappear.
          updateInterval: '60s',
          timeout: '10s',
          // Dapr 1.18 would forget those that are there instead of the others, and they would end.
          cleanupInterval: '0s',
        },
      },
      features: [],
    },
  })
