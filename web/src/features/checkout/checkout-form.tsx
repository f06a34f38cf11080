import type { Money } from '@aos/contracts/money'
import type { Customer, Line } from '@aos/contracts/order-parts'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../../shared/ui/button.tsx'
import { Price } from '../../shared/ui/price.tsx'
import type { BillingDetails } from './broker.ts'
import { CardField, type CardHandle } from './card-field.tsx'
import { CheckoutNotices } from './checkout-notices.tsx'
import { type Contact, checkContact, contactSlot, emptyContact, errorsThatStand } from './contact.ts'
import { ContactFields } from './contact-fields.tsx'
import type { Checkout } from './use-checkout.ts'

export interface CartToOrder {
  lines: readonly Line[]
  etag: string | undefined
  /** What the shopper is shown; unknown while prices load. */
  total: Money | undefined
  /** A change of it is still on its way to the shop. */
  isChanging: boolean
}

interface CheckoutFormProps {
  cart: CartToOrder
  checkout: Checkout
}

const remembered = contactSlot()

export function CheckoutForm({ cart, checkout: { state, place, resume, showErrors } }: CheckoutFormProps) {
  const [contact, setContact] = useState(() => remembered.read() ?? emptyContact)
  const [submitted, setSubmitted] = useState(contact)
  const form = useRef<HTMLFormElement>(null)
  const card = useRef<CardHandle>(null)
  const filling = state.kind === 'filling'
  const errors = filling ? errorsThatStand(state.errors, contact, submitted) : {}

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when there are new errors
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[name][aria-invalid=true]')?.focus()
  }, [state])

  function change(changed: Contact) {
    setContact(changed)
    remembered.write(changed)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setSubmitted(contact)
    const checked = checkContact(contact)
    if ('errors' in checked) return showErrors(checked.errors)
    const { lines, total, etag } = cart
    if (!total) return
    const { customer } = checked
    void place(async () => ({
      lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
      total,
      customer,
      paymentMethod: await paymentMethodOf(card.current, customer),
      cartEtag: etag,
    }))
  }

  return (
    <form ref={form} noValidate onSubmit={submit} className="grid gap-10">
      <fieldset disabled={!filling} className="grid min-w-0 gap-10">
        <ContactFields
          contact={contact}
          errors={errors}
          onChange={(field, value) => change({ ...contact, [field]: value })}
        />
      </fieldset>
      <section aria-labelledby="payment">
        <h2 id="payment" className="mb-4 text-2xl font-semibold">
          How will you pay?
        </h2>
        <CardField ref={card} error={filling ? state.cardTrouble : undefined} />
      </section>
      <div className="grid gap-5">
        <CheckoutNotices state={filling ? { ...state, errors } : state} onResume={resume} />
        <PlaceButton
          placing={state.kind === 'placing'}
          disabled={!filling || cart.isChanging}
          total={cart.total}
        />
      </div>
    </form>
  )
}

interface PlaceButtonProps {
  placing: boolean
  disabled: boolean
  total: Money | undefined
}

const PlaceButton = ({ placing, disabled, total }: PlaceButtonProps) => (
  <>
    <Button
      type="submit"
      className="w-full sm:w-auto sm:justify-self-start sm:px-10"
      disabled={disabled || !total}
    >
      {placing ? 'Placing your order…' : 'Place order'}
      {!placing && total && (
        <span aria-hidden="true" className="opacity-80">
          · <Price of={total} />
        </span>
      )}
    </Button>
    <p aria-live="polite" className="sr-only">
      {placing && 'Placing your order. Please wait.'}
    </p>
  </>
)

async function paymentMethodOf(card: CardHandle | null, customer: Customer): Promise<string> {
  if (!card) throw new Error('The card field is still loading. Please try again in a moment.')
  return card.toPaymentMethod(billingOf(customer))
}

const billingOf = ({ name, email, address }: Customer): BillingDetails => ({
  name,
  email,
  address: {
    line1: address.street,
    postal_code: address.postalCode,
    city: address.city,
    country: address.country,
  },
})
