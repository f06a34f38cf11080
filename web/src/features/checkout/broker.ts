import type { PaymentMethod, PaymentType } from '@aos/contracts/payment-methods'
import { checkoutLater as words } from '../../shared/messages/checkout-later.ts'
import { locale } from '../../shared/messages/locale.ts'

/** The part of Stripe.js that the checkout uses. Card and account numbers stay inside the broker's own frame. */
export interface Broker {
  elements(): { create(form: PaymentMethod['form'], options?: ElementOptions): BrokerElement }
  createPaymentMethod(request: MethodRequest): Promise<{
    paymentMethod?: CreatedMethod
    error?: { message?: string; code?: string }
  }>
}

type MethodRequest = { billing_details: BillingDetails } & (
  | { type: 'card'; card: BrokerElement }
  | { type: 'sepa_debit'; sepa_debit: BrokerElement }
)

interface CreatedMethod {
  id: string
  card?: { brand: string; last4: string } | undefined
  sepa_debit?: { country?: string; last4: string } | undefined
}

export interface BrokerElement {
  mount(node: HTMLElement): void
  focus(): void
  destroy(): void
}

interface ElementOptions {
  hidePostalCode?: boolean
  supportedCountries?: string[]
  style: { base: Record<string, string>; invalid: Record<string, string> }
}

export interface BillingDetails {
  name: string
  email: string
  address: { line1: string; postal_code: string; city: string; country: string }
}

declare global {
  interface Window {
    Stripe?: (publishableKey: string, options: { locale: string }) => Broker
  }
}

/** What each of the broker's elements wants to know. */
export const elementOptions: Record<PaymentMethod['form'], Omit<ElementOptions, 'style'>> = {
  card: { hidePostalCode: true },
  iban: { supportedCountries: ['SEPA'] },
}

export const methodRequest = (
  type: PaymentType,
  element: BrokerElement,
  billing: BillingDetails,
): MethodRequest =>
  type === 'card'
    ? { type: 'card', card: element, billing_details: billing }
    : { type: 'sepa_debit', sepa_debit: element, billing_details: billing }

/** As people know it again: `Visa ending in 4242`. */
export function labelOf({ card, sepa_debit: account }: CreatedMethod): string {
  const { cardEnding, accountEnding, asSaid } = words.payment
  if (card) return cardEnding(`${card.brand.charAt(0).toUpperCase()}${card.brand.slice(1)}`, card.last4)
  return account ? accountEnding(account.last4) : asSaid
}

/** @throws Error when the broker's script cannot be loaded; calling again tries again. */
export async function loadBroker(scriptUrl: string, publishableKey: string): Promise<Broker> {
  if (!window.Stripe) await loadScript(scriptUrl)
  if (!window.Stripe) throw new Error(`${scriptUrl} does not define Stripe`)
  return window.Stripe(publishableKey, { locale })
}

function loadScript(src: string): Promise<void> {
  const script = document.createElement('script')
  return new Promise((resolve, reject) => {
    script.src = src
    script.onload = () => resolve()
    script.onerror = () => {
      script.remove()
      reject(new Error(`${src} could not be loaded`))
    }
    document.head.append(script)
  })
}
