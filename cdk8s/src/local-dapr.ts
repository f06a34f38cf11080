import { ApiObject, App, Chart, Yaml } from 'cdk8s'
import { type DaprAddresses, pubsub, resiliency, state } from './dapr-resources.ts'

export interface LocalAddresses extends DaprAddresses {
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
  return {
    'resources/pubsub.yaml': yaml(pubsub(chart, addresses)),
    'resources/state.yaml': yaml(state(chart, addresses)),
    'resources/resiliency.yaml': yaml(resiliency(chart)),
    'configuration.yaml': yaml(configuration(chart, addresses)),
  }
}

const yaml = (object: ApiObject): string => Yaml.stringify(object.toJson())

const configuration = (
  chart: Chart,
  { zipkinUrl, traceSampling, nameResolutionFile }: LocalAddresses,
): ApiObject =>
  new ApiObject(chart, 'configuration', {
    apiVersion: 'dapr.io/v1alpha1',
    kind: 'Configuration',
    metadata: { name: 'store' },
    spec: {
      tracing: {
        samplingRate: String(traceSampling),
        ...(zipkinUrl && { zipkin: { endpointAddress: zipkinUrl } }),
      },
      nameResolution: {
        component: 'sqlite',
        version: 'v1',
        configuration: { connectionString: nameResolutionFile, updateInterval: '5s' },
      },
      features: [],
    },
  })
