import { Construct } from 'constructs'
import type { Store, Surroundings } from '../store.ts'
import { resource, StoreChart, selectorOf } from './store-chart.ts'

export const isMonitored = ({ spec: { monitoring } }: Store, { podMonitors }: Surroundings): boolean =>
  monitoring.podMonitors === 'on' || (monitoring.podMonitors === 'auto' && podMonitors)

/** Has Prometheus ask a service and its sidecar for their metrics. */
export class Monitor extends Construct {
  constructor(scope: Construct, service: string) {
    super(scope, `monitor-${service}`)
    const { store } = StoreChart.of(scope)
    resource(this, {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      name: service,
      part: service,
      phase: 'foundation',
      spec: {
        selector: { matchLabels: selectorOf(store, service) },
        podTargetLabels: ['app.kubernetes.io/name', 'app.kubernetes.io/version'],
        podMetricsEndpoints: [
          { port: 'http', path: '/metrics', interval: '15s' },
          { port: 'dapr-metrics', path: '/', interval: '15s' },
        ],
      },
    })
  }
}
