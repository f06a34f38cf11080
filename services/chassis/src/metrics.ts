import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export const registry = new Registry()
collectDefaultMetrics({ register: registry })

export const metrics = {
  httpSeconds: new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  }),
  deliveries: new Counter({
    name: 'messages_delivered_total',
    help: 'Messages that came from Kafka, by type and outcome: handled, duplicate, retried, dead-lettered.',
    labelNames: ['type', 'outcome'],
    registers: [registry],
  }),
  batchSize: new Histogram({
    name: 'message_batch_size',
    help: 'How many messages came together.',
    labelNames: ['topic'],
    buckets: [1, 2, 5, 10, 20, 50, 100],
    registers: [registry],
  }),
  published: new Counter({
    name: 'messages_published_total',
    help: 'Messages that Kafka acknowledged.',
    labelNames: ['topic'],
    registers: [registry],
  }),
  publishFailures: new Counter({
    name: 'message_publish_failures_total',
    help: 'Attempts to publish that failed and are repeated.',
    labelNames: ['topic'],
    registers: [registry],
  }),
  outboxWaiting: new Gauge({
    name: 'outbox_waiting',
    help: 'Messages of this process that Kafka has not acknowledged yet.',
    registers: [registry],
  }),
  sagaTransitions: new Counter({
    name: 'order_transitions_total',
    help: 'Orders that entered a status.',
    labelNames: ['status'],
    registers: [registry],
  }),
}
