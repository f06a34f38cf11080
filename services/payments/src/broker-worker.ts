import type { Database } from '@aos/chassis/database'
import type { Logger } from '@aos/chassis/logger'
import { activeTraceparent, failSpan, inSpan } from '@aos/chassis/telemetry'
import { Worker } from '@aos/chassis/worker'
import type { Broker, BrokerOutcome } from './broker.ts'
import { nextStep, type Step } from './next-step.ts'
import { isDue, type Payment } from './payment-state.ts'
import { claimDuePayments } from './payments-table.ts'
import type { RecordOutcome } from './record-outcomes.ts'

interface Parts {
  database: Database
  broker: Broker
  recordOutcome: RecordOutcome
  leaseMs: number
  concurrency: number
  logger: Logger
}

/** Does at the broker what the payments' rows say is to be done there. */
export class BrokerWorker {
  readonly #parts: Parts
  readonly #worker: Worker<Payment>
  /** A command may change a payment that waits for its turn or is being worked on: the latest wish counts. */
  readonly #newest = new Map<string, Payment>()

  constructor(parts: Parts) {
    this.#parts = parts
    this.#worker = new Worker({
      name: 'payment broker',
      concurrency: parts.concurrency,
      claimDue: () => this.#claimDue(),
      idOf: ({ orderId }) => orderId,
      perform: (payment) => this.#perform(payment),
      logger: parts.logger,
    })
  }

  start(): void {
    this.#worker.start()
  }

  push(due: Payment[]): void {
    for (const payment of due) this.#newest.set(payment.orderId, payment)
    this.#worker.push(due)
  }

  stop(): Promise<void> {
    return this.#worker.stop()
  }

  #claimDue(): Promise<Payment[]> {
    const now = new Date()
    const { database, leaseMs, concurrency } = this.#parts
    return claimDuePayments(database, {
      now,
      leaseUntil: new Date(now.getTime() + leaseMs),
      most: 2 * concurrency,
    })
  }

  async #perform(queued: Payment): Promise<void> {
    const { orderId } = queued
    let payment: Payment | undefined = this.#newest.get(orderId) ?? queued
    try {
      while (payment) {
        this.#newest.delete(orderId)
        const after: Payment | undefined = await this.#goOnce(payment)
        const isWanted = after && (this.#newest.has(orderId) || isDue(after, new Date()))
        payment = isWanted ? after : undefined
      }
    } finally {
      this.#newest.delete(orderId)
    }
  }

  /** @returns the payment as it is after what was learned. */
  async #goOnce(payment: Payment): Promise<Payment | undefined> {
    const step = nextStep(payment, new Date())
    if (step === 'none') return undefined
    const learned = await inSpan(`${step} at the payment broker`, spanOptions(payment), async (span) => {
      const outcome = await take(this.#parts.broker, step, payment)
      if (outcome.type === 'unknown') failSpan(span, outcome.because)
      return { orderId: payment.orderId, outcome, traceparent: activeTraceparent() }
    })
    this.#logIfUnknown(payment, step, learned.outcome)
    return this.#parts.recordOutcome(learned)
  }

  #logIfUnknown({ orderId, attempts }: Payment, step: Step, outcome: BrokerOutcome): void {
    if (outcome.type !== 'unknown') return
    const level = outcome.needsPerson ? 'error' : 'warn'
    const said = { orderId, step, attempts, because: outcome.because }
    this.#parts.logger[level](said, 'the payment broker gave no outcome, asking again later')
  }
}

const spanOptions = ({ traceparent, orderId }: Payment) => ({
  kind: 'client' as const,
  traceparent,
  attributes: { 'order.id': orderId, 'peer.service': 'payment-broker' },
})

function take(broker: Broker, step: Exclude<Step, 'none'>, payment: Payment): Promise<BrokerOutcome> {
  const { orderId } = payment
  switch (step) {
    case 'charge':
      return broker.charge(chargeOf(payment))
    case 'withhold':
      return broker.withhold(chargeOf(payment))
    case 'look':
      return broker.look(referenceOf(payment))
    case 'find':
      return broker.find(orderId)
    case 'cancel':
      return broker.cancel(referenceOf(payment))
    case 'refund':
      return broker.refund(orderId, referenceOf(payment))
  }
}

function chargeOf({ orderId, charge }: Payment) {
  if (!charge) throw new Error(`payment ${orderId} has nothing to charge`)
  return { orderId, ...charge }
}

function referenceOf({ orderId, brokerReference }: Payment): string {
  if (!brokerReference) throw new Error(`payment ${orderId} is not known to the broker by name`)
  return brokerReference
}
