import { securityHeadersForNginx } from '@aos/contracts/security-headers'
import { Construct } from 'constructs'
import { digest } from '../digest.ts'
import { WEB_PORT } from '../doors.ts'
import type { Store } from '../store.ts'
import { storeFacts } from '../store-facts.ts'
import { Autoscaler, isAutoscaled } from './autoscaler.ts'
import { ClusterService } from './cluster-service.ts'
import { DisruptionBudget } from './disruption-budget.ts'
import { webImage } from './images.ts'
import { container, podTemplate } from './pod.ts'
import { ServiceAccount } from './service-account.ts'
import { spread } from './spread.ts'
import { resource, StoreChart, selectorOf } from './store-chart.ts'

const NAME = 'web'
const HEADERS = 'headers'

/** The web app as files, handed out by a server that can do nothing else. */
export class Web extends Construct {
  constructor(scope: Construct) {
    super(scope, NAME)
    const chart = StoreChart.of(scope)
    const { store } = chart
    const common = { name: NAME, part: NAME, phase: NAME } as const
    const { replicas } = store.spec.web
    const data = { 'security.conf': headers(store) }

    new ServiceAccount(this, NAME)
    resource(this, { apiVersion: 'v1', kind: 'ConfigMap', ...common, data })
    resource(this, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      ...common,
      labels: { 'app.kubernetes.io/component': NAME, 'app.kubernetes.io/version': store.spec.version },
      spec: {
        ...(!isAutoscaled(chart, NAME) && { replicas: replicas.min }),
        revisionHistoryLimit: 3,
        progressDeadlineSeconds: store.spec.rollout.progressDeadlineSeconds,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        selector: { matchLabels: selectorOf(store, NAME) },
        template: template(chart, digest(data)),
      },
    })
    new ClusterService(this, { part: NAME, phase: NAME, ports: { http: WEB_PORT } })
    new DisruptionBudget(this, NAME, NAME)
    if (isAutoscaled(chart, NAME)) new Autoscaler(this, NAME, NAME)
  }
}

const headers = (store: Store): string => {
  const { broker, secureCookies } = storeFacts(store)
  return securityHeadersForNginx({
    brokerScriptUrl: broker.scriptUrl,
    brokerUrl: broker.publicUrl,
    https: secureCookies,
  })
}

function template(chart: StoreChart, headersRevision: string) {
  const { store } = chart
  const probe = { httpGet: { path: '/', port: 'http' } }
  return podTemplate(chart, {
    part: NAME,
    component: NAME,
    version: store.spec.version,
    serviceAccount: NAME,
    // The server reads its configuration when it starts.
    annotations: { 'aos.dev/headers': headersRevision },
    containers: [
      container(store, {
        name: NAME,
        image: webImage(store),
        resources: store.spec.web.resources,
        ports: { http: WEB_PORT },
        mounts: [{ path: '/etc/nginx/headers', volume: HEADERS, readOnly: true }],
        more: {
          livenessProbe: { ...probe, periodSeconds: 10, failureThreshold: 6 },
          readinessProbe: { ...probe, periodSeconds: 2 },
          lifecycle: { preStop: { sleep: { seconds: 5 } } },
        },
      }),
    ],
    volumes: [{ name: HEADERS, configMap: { name: NAME } }],
    more: { terminationGracePeriodSeconds: 30, ...spread(store, NAME) },
  })
}
