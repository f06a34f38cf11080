import { ports, type ServiceName } from '@aos/contracts/services'
import { Construct } from 'constructs'
import { CA_FOLDER, CA_VOLUME, databaseAccess } from '../database-access.ts'
import { serviceEnvironment } from '../environment.ts'
import { daprToken } from '../generated-secrets.ts'
import type { EnvValue } from '../secret-value.ts'
import type { Phase, Store } from '../store.ts'
import { storeFacts } from '../store-facts.ts'
import { Autoscaler, isAutoscaled } from './autoscaler.ts'
import { ClusterService } from './cluster-service.ts'
import type { Dapr } from './dapr.ts'
import { daprAnnotations } from './dapr-annotations.ts'
import { DisruptionBudget } from './disruption-budget.ts'
import { serviceImage } from './images.ts'
import { databaseEnvironment, schemaCheck } from './migration.ts'
import { container, nodeEnvironment, podTemplate, secretFile } from './pod.ts'
import { ServiceAccount } from './service-account.ts'
import { spread } from './spread.ts'
import { resource, StoreChart, selectorOf } from './store-chart.ts'

/** A service takes this long to end what is in flight; its sidecar ends after it. */
const GRACE_SECONDS = 30
/** Ingress controllers and sidecars need a moment to notice that a pod goes. */
const UNNOTICED_SECONDS = 5

/** One of the store's services with its sidecar: how it runs, is found, scales and survives a drained node. */
export class DaprService extends Construct {
  constructor(scope: Construct, name: ServiceName, dapr: Dapr) {
    super(scope, name)
    const chart = StoreChart.of(scope)
    const { store } = chart
    const phase: Phase = name === 'gateway' ? 'gateway' : 'services'
    const { replicas } = store.spec.services[name]

    new ServiceAccount(this, name)
    resource(this, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name,
      part: name,
      phase,
      labels: { 'app.kubernetes.io/component': 'service', 'app.kubernetes.io/version': store.spec.version },
      spec: {
        // Left to the autoscaler where there is one.
        ...(!isAutoscaled(chart, name) && { replicas: replicas.min }),
        revisionHistoryLimit: 3,
        progressDeadlineSeconds: store.spec.rollout.progressDeadlineSeconds,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        selector: { matchLabels: selectorOf(store, name) },
        template: template(chart, name, dapr),
      },
    })
    new ClusterService(this, { part: name, phase, ports: { http: ports[name].app } })
    new DisruptionBudget(this, name, phase)
    if (isAutoscaled(chart, name)) new Autoscaler(this, name, phase)
  }
}

function template(chart: StoreChart, name: ServiceName, dapr: Dapr) {
  const { store } = chart
  const { caSecret } = databaseAccess(store)
  const usesDatabase = name !== 'gateway'
  const needsCa = usesDatabase && caSecret !== undefined
  const { resources } = store.spec.services[name]
  return podTemplate(chart, {
    part: name,
    component: 'service',
    version: store.spec.version,
    serviceAccount: name,
    annotations: { ...daprAnnotations(store, name), 'aos.dev/dapr': dapr.revisionOf(name) },
    ...(usesDatabase && { initContainers: [schemaCheck(store, name)] }),
    containers: [
      container(store, {
        name,
        image: serviceImage(store, name),
        resources,
        env: environment(store, name),
        ports: { http: ports[name].app },
        ...(needsCa && { mounts: [{ path: CA_FOLDER, volume: CA_VOLUME, readOnly: true }] }),
        more: {
          startupProbe: { ...probe('/healthz'), periodSeconds: 1, failureThreshold: 60 },
          livenessProbe: { ...probe('/healthz'), periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
          readinessProbe: { ...probe('/readyz'), periodSeconds: 2, timeoutSeconds: 2, failureThreshold: 2 },
          lifecycle: { preStop: { sleep: { seconds: UNNOTICED_SECONDS } } },
        },
      }),
    ],
    ...(needsCa && { volumes: [secretFile(CA_VOLUME, caSecret, 'ca.crt')] }),
    more: { terminationGracePeriodSeconds: GRACE_SECONDS, ...spread(store, name) },
  })
}

const probe = (path: string) => ({ httpGet: { path, port: 'http' } })

function environment(store: Store, name: ServiceName): Record<string, EnvValue> {
  const { zipkinUrl } = store.spec.tracing
  return {
    ...nodeEnvironment,
    PORT: String(ports[name].app),
    HOST: '0.0.0.0',
    // They know each other by one token, which both send and both ask for.
    APP_API_TOKEN: daprToken(name),
    DAPR_API_TOKEN: daprToken(name),
    ...(name !== 'gateway' && databaseEnvironment(databaseAccess(store), name)),
    ...(zipkinUrl && { ZIPKIN_URL: zipkinUrl }),
    ...serviceEnvironment(name, storeFacts(store)),
  }
}
