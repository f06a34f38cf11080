/** The part of Stripe.js that the checkout uses. Card numbers stay inside the broker's own frame. */
export interface Broker {
  elements(): { create(type: 'card', options?: CardOptions): CardElement }
  createPaymentMethod(request: {
    type: 'card'
    card: CardElement
    billing_details: BillingDetails
  }): Promise<{ paymentMethod?: { id: string }; error?: { message?: string } }>
}

export interface CardElement {
  mount(node: HTMLElement): void
  destroy(): void
}

interface CardOptions {
  hidePostalCode: boolean
  style: { base: Record<string, string>; invalid: Record<string, string> }
}

export interface BillingDetails {
  name: string
  email: string
  address: { line1: string; postal_code: string; city: string; country: string }
}

declare global {
  interface Window {
    Stripe?: (publishableKey: string) => Broker
  }
}

/** @throws Error when the broker's script cannot be loaded; calling again tries again. */
export async function loadBroker(scriptUrl: string, publishableKey: string): Promise<Broker> {
  if (!window.Stripe) await loadScript(scriptUrl)
  if (!window.Stripe) throw new Error(`${scriptUrl} does not define Stripe`)
  return window.Stripe(publishableKey)
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
