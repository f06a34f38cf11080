import { platformPorts, ports } from '@aos/contracts/services'
import { Construct } from 'constructs'
import { simulatorPorts } from '../doors.ts'
import { type SimulatorName, simulatorEnvironment } from '../environment.ts'
import type { EnvValue } from '../secret-value.ts'
import type { Store } from '../store.ts'
import { storeFacts } from '../store-facts.ts'
import { ClusterService } from './cluster-service.ts'
import { simulatorsImage } from './images.ts'
import { container, emptyDir, nodeEnvironment, podTemplate } from './pod.ts'
import { ServiceAccount } from './service-account.ts'
import { resource, StoreChart, selectorOf } from './store-chart.ts'

const DATA = '/data'

/** A stand-in for a third party, for trying. What it remembers lives as long as its pod. */
export class Simulator extends Construct {
  constructor(scope: Construct, name: SimulatorName) {
    super(scope, name)
    const chart = StoreChart.of(scope)
    const { store } = chart
    new ServiceAccount(this, name)
    resource(this, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name,
      part: name,
      phase: 'platform',
      labels: { 'app.kubernetes.io/component': 'simulator', 'app.kubernetes.io/version': store.spec.version },
      spec: {
        replicas: 1,
        // Two at once would be two third parties.
        strategy: { type: 'Recreate' },
        selector: { matchLabels: selectorOf(store, name) },
        template: template(chart, name),
      },
    })
    new ClusterService(this, { part: name, phase: 'platform', ports: portsOf(name) })
  }
}

const portsOf = (name: SimulatorName): Record<string, number> => ({
  http: simulatorPorts[name],
  ...(name === 'mailbox' && { smtp: platformPorts.smtp }),
})

function template(chart: StoreChart, name: SimulatorName) {
  const { store } = chart
  const probe = { httpGet: { path: '/healthz', port: 'http' } }
  return podTemplate(chart, {
    part: name,
    component: 'simulator',
    // Without the version: a third party does not forget what it knows because the store changes.
    serviceAccount: name,
    containers: [
      container(store, {
        name,
        image: simulatorsImage(store),
        resources: store.spec.simulators.resources,
        args: ['service/src/main.ts', name],
        ports: portsOf(name),
        env: environment(store, name),
        mounts: [{ path: DATA, volume: 'data' }],
        more: {
          startupProbe: { ...probe, periodSeconds: 1, failureThreshold: 60 },
          readinessProbe: { ...probe, periodSeconds: 3 },
          livenessProbe: { ...probe, periodSeconds: 10, failureThreshold: 6 },
        },
      }),
    ],
    volumes: [emptyDir('data')],
  })
}

const environment = (store: Store, name: SimulatorName): Record<string, EnvValue> => ({
  ...nodeEnvironment,
  HOST: '0.0.0.0',
  DATA_DIR: DATA,
  ...(name === 'mailbox'
    ? { MAILBOX_PORT: String(platformPorts.mailbox), SMTP_PORT: String(platformPorts.smtp) }
    : { PORT: String(simulatorPorts[name]) }),
  ...simulatorEnvironment(name, storeFacts(store), `http://gateway:${ports.gateway.app}`),
})
