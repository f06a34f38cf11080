import { join } from 'node:path'
import { type PaymentBrokerConfig, webhooksOf } from '../config.ts'
import { Faults } from '../runtime/faults.ts'
import { type Running, serve } from '../runtime/server.ts'
import { stripeApi } from './api.ts'
import { Broker } from './broker.ts'
import { browserPart } from './browser-part.ts'
import { ledgerPages } from './pages.ts'

export function startPaymentBroker(config: PaymentBrokerConfig): Promise<Running> {
  const webhooks = webhooksOf(config, 'stripe-signature')
  return serve(
    { host: config.HOST, port: config.PORT },
    () =>
      Broker.open({
        journalFile: join(config.DATA_DIR, 'ledger.jsonl'),
        webhooks: webhooks && { ...webhooks, events: config.WEBHOOK_EVENTS },
      }),
    (app, broker) => {
      const api = stripeApi(broker, new Faults(config.HANG_MS), {
        secretKey: config.SECRET_KEY,
        publishableKey: config.PUBLISHABLE_KEY,
        processingMs: config.PROCESSING_MS,
      })
      app.use(api.routes())
      app.use(browserPart().routes())
      app.use(ledgerPages(broker.ledger).routes())
    },
  )
}
