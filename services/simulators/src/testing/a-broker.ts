import Stripe from 'stripe'
import { readPaymentBrokerConfig } from '../config.ts'
import { startPaymentBroker } from '../payment-broker/payment-broker.ts'

export const SECRET_KEY = 'sk_test_simulated'
export const PUBLISHABLE_KEY = 'pk_test_simulated'
export const WEBHOOK_SECRET = 'whsec_simulated'

/** A broker on a free port. */
export async function aBroker(folder: string, overrides: Record<string, string> = {}) {
  const running = await startPaymentBroker(
    readPaymentBrokerConfig({
      PORT: '0',
      DATA_DIR: folder,
      SECRET_KEY,
      PUBLISHABLE_KEY,
      WEBHOOK_SECRET,
      ...overrides,
    }),
  )
  return { ...running, [Symbol.asyncDispose]: running.close }
}

/** The official library, told only where the broker is. */
export function stripeAt(url: string, more: Partial<Stripe.StripeConfig> = {}): Stripe {
  const { hostname, port } = new URL(url)
  return new Stripe(SECRET_KEY, {
    host: hostname,
    port: Number(port),
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
    ...more,
  })
}

export const aPayment = (overrides: Partial<Stripe.PaymentIntentCreateParams> = {}) => ({
  amount: 4_200,
  currency: 'eur',
  confirm: true,
  payment_method: 'pm_card_visa',
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' as const },
  metadata: { order_id: 'order-1' },
  receipt_email: 'ada@example.com',
  ...overrides,
})
