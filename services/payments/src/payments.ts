import type { Subscriptions } from '@aos/chassis/inbox'
import type { Resources } from '@aos/chassis/service'
import { BrokerWorker } from './broker-worker.ts'
import type { BrokerConfig, OfferConfig } from './config.ts'
import { followCommands } from './follow-commands.ts'
import { hearBroker } from './hear-broker.ts'
import { offeredMethods } from './payment-methods.ts'
import type { Payment } from './payment-state.ts'
import { recordOutcomes } from './record-outcomes.ts'
import { paymentsRoutes } from './routes.ts'
import { StripeBroker } from './stripe-broker.ts'
import { paymentsSubscriptions } from './subscriptions.ts'

/** Longer than a call lasts; a second call while the first is under way would be harmless, but a waste. */
const LEASE_MARGIN_MS = 5_000

type Needs = Pick<Resources, 'database' | 'outbox' | 'router' | 'lifecycle' | 'logger'>

export function payments(config: BrokerConfig & OfferConfig, resources: Needs): Subscriptions<'payments'> {
  const { database, outbox, router, lifecycle, logger } = resources
  const leaseMs = config.PAYMENT_BROKER_TIMEOUT_MS + LEASE_MARGIN_MS
  const broker = new StripeBroker(config)
  const recordOutcome = recordOutcomes({ database, outbox, leaseMs, logger })
  const concurrency = config.PAYMENT_BROKER_CONCURRENCY
  const worker = new BrokerWorker({ database, broker, recordOutcome, leaseMs, concurrency, logger })
  const goToBroker = (due: Payment[]) => worker.push(due)

  lifecycle.onStop('the connections to the broker', () => broker.close())
  lifecycle.onStop('the work at the broker', () => worker.stop())
  worker.start()

  paymentsRoutes(router, {
    readEvent: (rawBody, signature) => broker.readEvent(rawBody, signature),
    hear: hearBroker({ database, recordOutcome, goToBroker }),
    methods: offeredMethods(config.PAYMENT_METHODS, config.CURRENCY),
  })
  return paymentsSubscriptions(followCommands({ goToBroker, leaseMs, logger }))
}
