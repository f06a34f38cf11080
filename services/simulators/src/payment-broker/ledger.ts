import type { Entry, Intent, Method, Refund } from './records.ts'
import { accountOfPaymentMethod, type TestMethod } from './test-accounts.ts'
import { cardOfPaymentMethod } from './test-cards.ts'

const metadataKey = (name: string, value: string) => `${name}\n${value}`

/** All that the broker knows, in memory; changed by entries of the journal only. */
export class Ledger {
  #intents = new Map<string, Intent>()
  #byMetadata = new Map<string, Set<string>>()
  #refunds = new Map<string, Refund[]>()
  #methods = new Map<string, Method>()

  apply({ intent, refund, method }: Entry): void {
    if (intent) {
      this.#intents.set(intent.id, intent)
      this.#index(intent)
    }
    if (refund) this.#refunds.set(refund.intent, [...this.refundsOf(refund.intent), refund])
    if (method) this.#methods.set(method.id, method)
  }

  intent(id: string): Intent | undefined {
    return this.#intents.get(id)
  }

  intentOfCharge(charge: string): Intent | undefined {
    return this.intents().find((intent) => intent.charge === charge)
  }

  /** Oldest first. */
  intents(): Intent[] {
    return [...this.#intents.values()]
  }

  intentsWith(name: string, value: string): Intent[] {
    const ids = this.#byMetadata.get(metadataKey(name, value)) ?? []
    return [...ids].flatMap((id) => this.#intents.get(id) ?? [])
  }

  refundsOf(intent: string): Refund[] {
    return this.#refunds.get(intent) ?? []
  }

  refund(id: string): Refund | undefined {
    return this.refunds().find((refund) => refund.id === id)
  }

  refunds(): Refund[] {
    return [...this.#refunds.values()].flat()
  }

  method(id: string): Method | undefined {
    return this.#methods.get(id)
  }

  testMethodOf(paymentMethod: string): TestMethod | undefined {
    const given = this.#methods.get(paymentMethod)
    if (given && 'testAccount' in given) return accountOfPaymentMethod(given.testAccount)
    return cardOfPaymentMethod(given?.testCard ?? paymentMethod) ?? accountOfPaymentMethod(paymentMethod)
  }

  #index(intent: Intent): void {
    for (const [name, value] of Object.entries(intent.metadata)) {
      const key = metadataKey(name, value)
      const ids = this.#byMetadata.get(key)
      if (ids) ids.add(intent.id)
      else this.#byMetadata.set(key, new Set([intent.id]))
    }
  }
}
