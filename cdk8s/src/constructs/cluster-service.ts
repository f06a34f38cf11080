import { Construct } from 'constructs'
import type { Phase } from '../store.ts'
import { resource, StoreChart, selectorOf } from './store-chart.ts'

interface Props {
  part: string
  phase: Phase
  ports: Record<string, number>
  /** For what is looked up before its pod is ready. */
  headless?: boolean
}

/** The name under which a part is found inside the cluster. */
export class ClusterService extends Construct {
  constructor(scope: Construct, { part, phase, ports, headless = false }: Props) {
    super(scope, `service-${part}`)
    resource(this, {
      apiVersion: 'v1',
      kind: 'Service',
      name: part,
      part,
      phase,
      spec: {
        selector: selectorOf(StoreChart.of(scope).store, part),
        ...(headless && { clusterIP: 'None', publishNotReadyAddresses: true }),
        ports: Object.entries(ports).map(([name, port]) => ({
          name,
          port,
          targetPort: name,
          protocol: 'TCP',
        })),
      },
    })
  }
}
