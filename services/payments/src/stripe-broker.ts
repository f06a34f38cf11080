import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { AppError } from '@aos/chassis/errors'
import { OrderId } from '@aos/contracts/order-parts'
import type { Mandate } from '@aos/contracts/payment-methods'
import Stripe from 'stripe'
import type { Broker, BrokerNews, BrokerOutcome, Charge } from './broker.ts'
import type { BrokerConfig } from './config.ts'
import { isKeySpent, isRefusal, outcomeOfError, outcomeOfIntent, reasonOf } from './stripe-outcome.ts'

/**
 * Charging is one call: an intent that is created and confirmed under the idempotency key of its order.
 * (Creating first and confirming by name would be one more call for each order, to be spared only the
 * asking after a lost answer.)
 */
export class StripeBroker implements Broker {
  readonly #stripe: Stripe
  readonly #webhookSecret: string
  readonly #agent: HttpAgent

  constructor(config: BrokerConfig) {
    const { protocol, hostname, port } = new URL(config.PAYMENT_BROKER_URL)
    const isPlain = protocol === 'http:'
    const options = { keepAlive: true, maxSockets: config.PAYMENT_BROKER_CONCURRENCY }
    this.#agent = isPlain ? new HttpAgent(options) : new HttpsAgent(options)
    this.#webhookSecret = config.PAYMENT_BROKER_WEBHOOK_SECRET
    this.#stripe = new Stripe(config.PAYMENT_BROKER_SECRET_KEY, {
      host: hostname,
      port: port || (isPlain ? 80 : 443),
      protocol: isPlain ? 'http' : 'https',
      httpAgent: this.#agent,
      timeout: config.PAYMENT_BROKER_TIMEOUT_MS,
      // The payment's row says when to try again, which outlives this process.
      maxNetworkRetries: 0,
      telemetry: false,
    })
  }

  async charge(charge: Charge): Promise<BrokerOutcome> {
    try {
      const intent = await this.#create(charge, {
        payment_method: charge.paymentMethod,
        confirm: true,
        // Nobody is there to answer the bank's question: such a payment fails, with that as its reason.
        error_on_requires_action: true,
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        ...(charge.mandate && { mandate_data: mandateData(charge.mandate) }),
      })
      return await this.#settled(intent)
    } catch (error) {
      if (isKeySpent(error)) return this.#findSurely(charge.orderId)
      return isRefusal(error) ? { type: 'declined', ...reasonOf(error) } : outcomeOfError(error)
    }
  }

  /**
   * Uses up the charge's idempotency key for an intent that charges nothing: if the broker has not got
   * the charge yet, it will refuse it. If the key is used up already, repeating the charge only tells.
   */
  async withhold(charge: Charge): Promise<BrokerOutcome> {
    try {
      const intent = await this.#create(charge, {})
      return await this.cancel(intent.id)
    } catch (error) {
      return isKeySpent(error) ? this.charge(charge) : outcomeOfError(error)
    }
  }

  #create({ orderId, amount }: Charge, params: Partial<Stripe.PaymentIntentCreateParams>) {
    return this.#stripe.paymentIntents.create(
      {
        amount: amount.amount,
        currency: amount.currency.toLowerCase(),
        metadata: { order_id: orderId },
        ...params,
      },
      { idempotencyKey: `charge-${orderId}` },
    )
  }

  async look(reference: string): Promise<BrokerOutcome> {
    try {
      return await this.#settled(await this.#stripe.paymentIntents.retrieve(reference))
    } catch (error) {
      return outcomeOfError(error)
    }
  }

  async find(orderId: string): Promise<BrokerOutcome> {
    try {
      const { data } = await this.#stripe.paymentIntents.search({
        query: `metadata['order_id']:'${orderId}'`,
      })
      const intent = data.find(({ status }) => status === 'succeeded') ?? data[0]
      return intent ? await this.#settled(intent) : { type: 'absent' }
    } catch (error) {
      return outcomeOfError(error)
    }
  }

  /** The search lags behind: right after a call, not found does not mean not done. */
  async #findSurely(orderId: string): Promise<BrokerOutcome> {
    const found = await this.find(orderId)
    return found.type === 'absent' ? unknown('the broker does not tell, and does not find it yet') : found
  }

  async cancel(reference: string): Promise<BrokerOutcome> {
    try {
      await this.#stripe.paymentIntents.cancel(reference)
      return { type: 'called-off', reference }
    } catch (error) {
      const isTooLate = isRefusal(error) && error.code === 'payment_intent_unexpected_state'
      return isTooLate ? this.#whyTooLate(reference) : outcomeOfError(error)
    }
  }

  async #whyTooLate(reference: string): Promise<BrokerOutcome> {
    try {
      const intent = await this.#stripe.paymentIntents.retrieve(reference)
      return outcomeOfIntent(intent) ?? unknown(`it cannot be cancelled although it is ${intent.status}`)
    } catch (error) {
      return outcomeOfError(error)
    }
  }

  async refund(orderId: string, reference: string): Promise<BrokerOutcome> {
    try {
      return await this.#refund(`refund-${orderId}`, reference)
    } catch (error) {
      if (!isKeySpent(error)) return outcomeOfRefundError(error, reference)
    }
    try {
      // Another key is safe here: a charge cannot be returned in full twice.
      return await this.#refund(`refund-again-${orderId}`, reference)
    } catch (error) {
      return outcomeOfRefundError(error, reference)
    }
  }

  async #refund(idempotencyKey: string, reference: string): Promise<BrokerOutcome> {
    const { status } = await this.#stripe.refunds.create({ payment_intent: reference }, { idempotencyKey })
    // Pending: the broker has taken the money back, the bank has not passed it on yet.
    if (status === 'succeeded' || status === 'pending') return { type: 'returned', reference }
    return { ...unknown(`the refund is ${status}`), needsPerson: true }
  }

  /** An intent that waits for the customer is called off, so that it can never charge later. */
  async #settled(intent: Stripe.PaymentIntent): Promise<BrokerOutcome> {
    const outcome = outcomeOfIntent(intent)
    if (outcome) return outcome
    const cancelled = await this.cancel(intent.id)
    if (cancelled.type !== 'called-off') return cancelled
    return {
      type: 'declined',
      reference: intent.id,
      code: 'authentication_required',
      message: 'The bank asks for a confirmation by the customer, which is not possible here.',
    }
  }

  /**
   * @returns nothing for events that do not concern this store's payments.
   * @throws AppError when the broker did not sign it.
   */
  readEvent(rawBody: string, signature: string): BrokerNews | undefined {
    const event = this.#verified(rawBody, signature)
    switch (event.type) {
      case 'payment_intent.succeeded':
      case 'payment_intent.payment_failed':
      case 'payment_intent.canceled':
        return news(event.data.object.metadata, outcomeOfIntent(event.data.object))
      case 'charge.refunded': {
        const { metadata, payment_intent: intent, refunded } = event.data.object
        const reference = typeof intent === 'string' ? intent : intent?.id
        return news(metadata, reference && refunded ? { type: 'returned', reference } : undefined)
      }
      default:
        return undefined
    }
  }

  #verified(rawBody: string, signature: string): Stripe.Event {
    try {
      return this.#stripe.webhooks.constructEvent(rawBody, signature, this.#webhookSecret)
    } catch (cause) {
      throw new AppError('invalid', 'forged-event', 'the signature is not that of the payment broker', {
        cause,
      })
    }
  }

  close(): void {
    this.#agent.destroy()
  }
}

const mandateData = ({ acceptedAt, ipAddress, userAgent }: Mandate) => ({
  customer_acceptance: {
    type: 'online' as const,
    accepted_at: Math.floor(Date.parse(acceptedAt) / 1000),
    online: { ip_address: ipAddress, user_agent: userAgent },
  },
})

const unknown = (because: string) => ({ type: 'unknown', because, needsPerson: false }) as const

function outcomeOfRefundError(error: unknown, reference: string): BrokerOutcome {
  const isDone = isRefusal(error) && error.code === 'charge_already_refunded'
  return isDone ? { type: 'returned', reference } : outcomeOfError(error)
}

function news(metadata: Stripe.Metadata, outcome: BrokerOutcome | undefined): BrokerNews | undefined {
  const orderId = OrderId.safeParse(metadata.order_id)
  return outcome && orderId.success ? { orderId: orderId.data, outcome } : undefined
}
