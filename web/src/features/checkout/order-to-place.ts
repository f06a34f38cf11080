import type { PlaceOrder } from '@aos/contracts/http'
import type { Customer } from '@aos/contracts/order-parts'
import type { DeliveryChoice } from '@aos/contracts/pricing'
import { locale } from '../../shared/messages/locale.ts'
import type { CartToOrder } from './cart-to-order.ts'
import type { Payment } from './draft.ts'

interface Wish {
  cart: Pick<CartToOrder, 'lines' | 'total' | 'etag'>
  customer: Customer
  delivery: Pick<DeliveryChoice, 'id'>
  payment: Payment
}

/** What the shop is asked for; nothing while the total is unknown. */
export function orderToPlace({ cart, customer, delivery, payment }: Wish): PlaceOrder | undefined {
  const { lines, total, etag } = cart
  return (
    total && {
      lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
      total,
      delivery: delivery.id,
      customer,
      // The e-mails are in the language of the page.
      language: locale,
      paymentMethod: payment.id,
      paymentType: payment.type,
      cartEtag: etag,
    }
  )
}
