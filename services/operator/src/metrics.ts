import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export const registry = new Registry()
collectDefaultMetrics({ register: registry })

export const metrics = {
  reconcileSeconds: new Histogram({
    name: 'store_reconcile_duration_seconds',
    help: 'Time to look at one namespace and to do what is missing, by outcome: done, failed.',
    labelNames: ['outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  }),
  queueDepth: new Gauge({
    name: 'store_queue_depth',
    help: 'Namespaces that wait to be looked at, those that wait for their time included.',
    registers: [registry],
  }),
  apiRequests: new Counter({
    name: 'store_api_requests_total',
    help: 'Answers of the API server, by method and status.',
    labelNames: ['method', 'status'],
    registers: [registry],
  }),
  apiWrites: new Counter({
    name: 'store_api_writes_total',
    help: 'What was written for stores, by verb and kind; at rest nothing is.',
    labelNames: ['verb', 'kind'],
    registers: [registry],
  }),
  watchRestarts: new Counter({
    name: 'store_watch_restarts_total',
    help: 'Watches that ended and began again, by kind and why: closed, expired, failed.',
    labelNames: ['kind', 'why'],
    registers: [registry],
  }),
  leading: new Gauge({
    name: 'store_operator_leading',
    help: 'Whether this process holds the lease.',
    registers: [registry],
  }),
}
