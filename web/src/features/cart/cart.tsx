import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../shared/ui/button.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { useCartBill } from './cart-bill.ts'
import { CartRow } from './cart-row.tsx'
import { CartSummary } from './cart-summary.tsx'
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
      <PageHeading title="Cart" className="pt-8 sm:pt-12">
        Your cart
      </PageHeading>
      {change.isError && (
        <div className="mt-6">
          <Notice alert tone="trouble" title="That did not work">
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
            Keep looking
          </Link>
        </CartSummary>
      </div>
    </>
  )
}

export const EmptyCart = () => (
  <EmptyState
    heading={<PageHeading title="Cart">Your cart is empty</PageHeading>}
    text="Whatever you put here waits for you, even if you close the page."
  >
    <Link to="/" className={buttonClass()}>
      Find something good
    </Link>
  </EmptyState>
)
