import type { PlaceOrder } from '@aos/contracts/http'
import type { Money } from '@aos/contracts/money'
import type { Customer } from '@aos/contracts/order-parts'
import type { DeliveryChoice } from '@aos/contracts/pricing'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { countryName } from '../../shared/countries.ts'
import { checkoutLater as words } from '../../shared/messages/checkout-later.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Price } from '../../shared/ui/price.tsx'
import type { CartToOrder } from './cart-to-order.ts'
import { ChangesNotice } from './changes-notice.tsx'
import { CheckoutNotices } from './checkout-notices.tsx'
import type { Payment } from './draft.ts'
import { MandateText } from './mandate-text.tsx'
import { orderToPlace } from './order-to-place.ts'
import { changesBetween, seenOf } from './review-changes.ts'
import type { Checkout } from './use-checkout.ts'

interface ReviewProps {
  cart: CartToOrder
  customer: Customer
  delivery: DeliveryChoice
  payment: Payment
  checkout: Checkout
  /** The items, to look at. */
  glance: ReactNode
  summary(children: ReactNode): ReactNode
}

/** Everything once more, before the button that orders. */
export function Review({ cart, customer, delivery, payment, checkout, glance, summary }: ReviewProps) {
  const { state, place, resume } = checkout
  const now = seenOf(cart.lines, cart.total)
  const [seen, setSeen] = useState(now)
  if (!seen && now) setSeen(now)
  const changes = changesBetween(seen, now)

  const order = async (): Promise<PlaceOrder | undefined> =>
    (await cart.isAsShown()) ? orderToPlace({ cart, customer, delivery, payment }) : undefined

  return (
    <div className="mt-8 grid gap-10 lg:mt-12 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
      <div>
        <ChangesNotice changes={changes} hasTrouble={cart.hasTrouble} />
        <Part title={words.review.where}>
          <address className="not-italic">
            {customer.name}
            <br />
            {customer.address.street}
            <br />
            {customer.address.postalCode} {customer.address.city}, {countryName(customer.address.country)}
          </address>
          <p className="break-all text-muted">{customer.email}</p>
        </Part>
        <Part title={words.review.delivery}>
          {delivery.name} <span className="text-muted">· {delivery.time}</span>
        </Part>
        <Part title={words.review.payment}>
          {payment.label}
          {payment.type === 'sepa-debit' && <MandateText />}
        </Part>
        <Part title={words.review.items} to="/cart">
          {glance}
        </Part>
      </div>
      {summary(
        <div className="mt-6 grid gap-4">
          <CheckoutNotices state={state} onResume={resume} />
          <PlaceButton
            placing={state.kind === 'placing'}
            disabled={state.kind !== 'open' || cart.isChanging || cart.hasTrouble}
            total={cart.total}
            onPlace={() => void place(order)}
          />
        </div>,
      )}
    </div>
  )
}

interface PartProps {
  title: string
  /** Where it can be changed. */
  to?: '/checkout' | '/cart'
  children: ReactNode
}

const Part = ({ title, to = '/checkout', children }: PartProps) => (
  <section className="grid gap-2 border-t border-line py-6 sm:grid-cols-[10rem_1fr_auto] sm:gap-6">
    <h2 className="font-sans text-base leading-normal font-semibold tracking-normal">{title}</h2>
    <div className="min-w-0">{children}</div>
    <Link to={to} className="justify-self-start underline underline-offset-4">
      {words.review.change}
      <span className="sr-only">{words.review.changeWhat(title)}</span>
    </Link>
  </section>
)

interface PlaceButtonProps {
  placing: boolean
  disabled: boolean
  total: Money | undefined
  onPlace(): void
}

const PlaceButton = ({ placing, disabled, total, onPlace }: PlaceButtonProps) => (
  <>
    <Button className="w-full" disabled={disabled || !total} onClick={onPlace}>
      {placing ? words.review.placing : words.review.place}
      {!placing && total && (
        <span aria-hidden="true" className="opacity-80">
          · <Price of={total} />
        </span>
      )}
    </Button>
    <p aria-live="polite" className="sr-only">
      {placing && words.review.placingAloud}
    </p>
  </>
)
