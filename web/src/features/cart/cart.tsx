import { Link } from '@tanstack/react-router'
import { cart as words } from '../../shared/messages/cart.ts'
import { shell } from '../../shared/messages/shell.ts'
import { buttonClass } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { useCartBill } from './cart-bill.ts'
import { CartRow } from './cart-row.tsx'
import { CartSummary } from './cart-summary.tsx'
import { EmptyCart } from './empty-cart.tsx'
import { FreeDelivery } from './free-delivery.tsx'
import { hasTrouble } from './priced-cart.ts'
import { ToCheckout } from './to-checkout.tsx'
import { useSetQuantity } from './use-change-cart.ts'
import { usePricedCart } from './use-priced-cart.ts'

export function Cart() {
  const cart = usePricedCart()
  const bill = useCartBill(cart)
  const change = useSetQuantity()
  if (cart.items.length === 0) return <EmptyCart />
  return (
    <>
      <PageHeading title={shell.cart} className="pt-8 sm:pt-12">
        {words.heading}
      </PageHeading>
      {change.isError && (
        <div className="mt-6">
          <Notice alert tone="trouble" title={shell.failure.heading}>
            {change.error.message}
          </Notice>
        </div>
      )}
      <div className="mt-6 grid gap-10 lg:mt-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
        <ul className="border-t border-line">
          {cart.items.map((item) => (
            <CartRow
              key={item.sku}
              item={item}
              onChange={(quantity) => change.mutate({ sku: item.sku, quantity })}
            />
          ))}
        </ul>
        <CartSummary cart={cart} bill={bill}>
          <ToCheckout hasTrouble={hasTrouble(cart)} />
          <Link to="/" className={`${buttonClass('quiet')} mt-3 w-full`}>
            {words.keepLooking}
          </Link>
          <FreeDelivery bill={bill} />
        </CartSummary>
      </div>
    </>
  )
}
