import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { cartQuery } from '../../features/cart/api/get-cart.ts'
import { freshBill, useCartBill } from '../../features/cart/cart-bill.ts'
import { CartGlance } from '../../features/cart/cart-glance.tsx'
import { CartSummary } from '../../features/cart/cart-summary.tsx'
import { EmptyCart } from '../../features/cart/empty-cart.tsx'
import { freshCart } from '../../features/cart/fresh-cart.ts'
import { hasTrouble } from '../../features/cart/priced-cart.ts'
import { useCartIsChanging } from '../../features/cart/use-cart-is-changing.ts'
import { usePricedCart } from '../../features/cart/use-priced-cart.ts'
import { Checkout } from '../../features/checkout/checkout.tsx'
import { useDraft } from '../../features/checkout/draft.ts'

export const CheckoutPage = () => <CheckoutStep step="details" />
export const ReviewPage = () => <CheckoutStep step="review" />

function CheckoutStep({ step }: { step: 'details' | 'review' }) {
  const cart = usePricedCart()
  const [draft, changeDraft] = useDraft()
  const bill = useCartBill(cart, draft.delivery)
  const isChanging = useCartIsChanging()
  const queries = useQueryClient()
  const router = useRouter()
  const total = bill.totals?.total

  async function isAsShown(): Promise<boolean> {
    try {
      const fresh = await freshCart(queries)
      const { totals } = await freshBill(queries, fresh, draft.delivery)
      return !hasTrouble(fresh) && fresh.etag === cart.etag && totals?.total.amount === total?.amount
    } catch {
      // Nobody answered: placing the order goes on until somebody does, and the shop checks it all.
      return true
    }
  }

  async function showOrder(id: string) {
    // Who went elsewhere while the order was placed stays there.
    if (router.state.location.pathname.startsWith('/checkout'))
      await router.navigate({ to: '/orders/$id', params: { id }, replace: true })
    // The shop empties the cart in a moment; it is looked up again when it is needed.
    queries.setQueryData(cartQuery.queryKey, { lines: [] })
    await queries.invalidateQueries({ ...cartQuery, refetchType: 'none' })
  }

  return (
    <Checkout
      step={step}
      cart={{
        lines: cart.items,
        etag: cart.etag,
        items: cart.total,
        delivery: bill.delivery,
        total,
        isChanging,
        hasTrouble: hasTrouble(cart),
        isAsShown,
      }}
      draft={draft}
      onChange={changeDraft}
      onReview={() => void router.navigate({ to: '/checkout/review' })}
      onPlaced={showOrder}
      glance={<CartGlance items={cart.items} />}
      summary={(parts) => <CartSummary cart={cart} bill={bill} {...parts} />}
      nothing={<EmptyCart />}
    />
  )
}
