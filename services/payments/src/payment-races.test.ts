import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { BrokerOutcome } from './broker.ts'
import { nextStep, type Step } from './next-step.ts'
import { decide, type PaymentCommand } from './payment.ts'
import { aCommand, later } from './payment-samples.ts'
import type { Payment } from './payment-state.ts'

type Bank = 'pays' | 'declines' | 'pays later' | 'declines later'
const UNKNOWN: BrokerOutcome = { type: 'unknown', because: 'no answer', needsPerson: false }

/** A broker that keeps its promises: one charge for a key, one refund for a charge. */
class ModelBroker {
  readonly bank: Bank
  #key: 'free' | 'charge' | 'withheld' = 'free'
  #intent: 'none' | 'open' | 'processing' | 'succeeded' | 'declined' | 'canceled' = 'none'
  charged = 0
  refunded = 0

  constructor(bank: Bank) {
    this.bank = bank
  }

  take(step: Step): BrokerOutcome {
    switch (step) {
      case 'charge':
        return this.#charge()
      case 'withhold':
        return this.#withhold()
      case 'cancel':
        return this.#cancel()
      case 'refund':
        return this.#refund()
      default:
        return this.state()
    }
  }

  state(): BrokerOutcome {
    const reference = 'pi_1'
    if (this.refunded > 0) return { type: 'returned', reference }
    switch (this.#intent) {
      case 'succeeded':
        return { type: 'charged', reference }
      case 'declined':
        return { type: 'declined', reference, code: 'lost_card', message: 'Declined.' }
      case 'canceled':
        return { type: 'called-off', reference }
      case 'processing':
        return { type: 'pending', reference }
      default:
        return { type: 'absent' }
    }
  }

  settle(): void {
    if (this.#intent === 'processing') this.#answer(this.bank === 'pays later')
  }

  #charge(): BrokerOutcome {
    if (this.#key === 'free') {
      this.#key = 'charge'
      if (this.bank.endsWith('later')) this.#intent = 'processing'
      else this.#answer(this.bank === 'pays')
    }
    // The key keeps its first answer, whatever happened since.
    return this.refunded > 0 ? { type: 'charged', reference: 'pi_1' } : this.state()
  }

  #answer(isPaid: boolean): void {
    this.#intent = isPaid ? 'succeeded' : 'declined'
    if (isPaid) this.charged += 1
  }

  #withhold(): BrokerOutcome {
    if (this.#key === 'free') {
      this.#key = 'withheld'
      this.#intent = 'open'
    }
    return this.#key === 'withheld' ? this.#cancel() : this.#charge()
  }

  #cancel(): BrokerOutcome {
    if (this.#intent === 'open' || this.#intent === 'declined') this.#intent = 'canceled'
    return this.state()
  }

  #refund(): BrokerOutcome {
    if (this.#intent !== 'succeeded') return UNKNOWN
    this.refunded = 1
    return { type: 'returned', reference: 'pi_1' }
  }
}

/** Payments beside its broker; calls and events are under way for as long as the run likes. */
class Run {
  readonly broker: ModelBroker
  payment: Payment | undefined
  said: string[] = []
  #clockMs = 0
  #answers: BrokerOutcome[] = []
  #events: BrokerOutcome[] = []

  constructor(bank: Bank) {
    this.broker = new ModelBroker(bank)
  }

  hear(heard: PaymentCommand | BrokerOutcome): void {
    this.#clockMs += 100
    const decision = decide(this.payment, heard, later(this.#clockMs))
    if ('ignored' in decision) return
    this.payment = decision.payment
    for (const { type, sequence } of decision.messages) {
      this.said.push(type)
      expect(sequence).toBe(this.said.length)
    }
  }

  /** The call reaches the broker, and its answer is under way; `stale` is what an earlier worker knew. */
  call(payment = this.payment): void {
    if (payment) this.#answers.push(this.broker.take(nextStep(payment, later(this.#clockMs))))
    this.#events.push(this.broker.state())
  }

  callLost(payment = this.payment): void {
    this.call(payment)
    this.#answers.pop()
    this.#answers.push(UNKNOWN)
  }

  answer(): void {
    const answer = this.#answers.shift()
    if (answer) this.hear(answer)
  }

  /** In any order, and more than once. */
  event(which: number): void {
    const event = this.#events[which % Math.max(1, this.#events.length)]
    if (event && event.type !== 'absent' && event.type !== 'pending') this.hear(event)
  }

  finish(): void {
    while (this.#answers.length > 0) this.answer()
    for (let i = 0; i < 20 && this.payment?.nextAttemptAt; i++) {
      this.broker.settle()
      this.call()
      this.answer()
    }
  }
}

const acts = fc.array(
  fc.oneof(
    fc.constantFrom('ProcessPayment', 'CancelPayment', 'RefundPayment').map((type) => ({ type })),
    fc.constantFrom('call', 'callLost', 'staleCall', 'answer', 'settle').map((type) => ({ type })),
    fc.nat(20).map((which) => ({ type: 'event', which })),
  ),
  { maxLength: 30 },
)
const banks = fc.constantFrom<Bank>('pays', 'declines', 'pays later', 'declines later')

function play(bank: Bank, script: { type: string; which?: number }[]): Run {
  const run = new Run(bank)
  let before: Payment | undefined
  for (const { type, which = 0 } of script) {
    const payment = run.payment
    if (type === 'call') run.call()
    else if (type === 'callLost') run.callLost()
    else if (type === 'staleCall') run.call(before)
    else if (type === 'answer') run.answer()
    else if (type === 'settle') run.broker.settle()
    else if (type === 'event') run.event(which)
    else run.hear(aCommand(type as PaymentCommand['type']))
    if (run.payment !== payment) before = payment
  }
  run.finish()
  return run
}

it('whatever overtakes, repeats or gets lost, a payment comes to rest with the truth', () => {
  fc.assert(
    fc.property(banks, acts, (bank, script) => {
      const { payment, broker, said } = play(bank, script)
      expect(broker.charged).toBeLessThanOrEqual(1)
      expect(payment?.nextAttemptAt).toBeUndefined()
      const net = broker.charged - broker.refunded
      expect(net).toBe(payment?.status === 'succeeded' ? 1 : 0)
      expect(said.join(' ')).toMatch(
        /^((PaymentSucceeded ?)*(PaymentRefunded ?)*|(PaymentFailed ?)*|(PaymentCancelled ?)*)$/,
      )
    }),
    { numRuns: 3_000 },
  )
})

it('a payment that is cancelled before its charge left here is never charged', () => {
  fc.assert(
    fc.property(banks, acts, (bank, script) => {
      const run = new Run(bank)
      run.hear(aCommand('ProcessPayment'))
      const stale = run.payment
      run.hear(aCommand('CancelPayment'))
      run.call()
      run.call(stale)
      for (const { type } of script) if (type === 'call') run.call(stale)
      run.finish()
      expect(run.broker.charged).toBe(0)
      expect(run.said).toEqual(['PaymentCancelled'])
    }),
    { numRuns: 200 },
  )
})
