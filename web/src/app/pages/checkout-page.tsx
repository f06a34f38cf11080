import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { cartQuery } from '../../features/cart/api/get-cart.ts'
import { EmptyCart } from '../../features/cart/cart.tsx'
import { useCartBill } from '../../features/cart/cart-bill.ts'
import { CartGlance } from '../../features/cart/cart-glance.tsx'
import { CartSummary } from '../../features/cart/cart-summary.tsx'
import { useCartIsChanging } from '../../features/cart/use-change-cart.ts'
import { usePricedCart } from '../../features/cart/use-priced-cart.ts'
import { Checkout } from '../../features/checkout/checkout.tsx'

export function CheckoutPage() {
  const cart = usePricedCart()
  const bill = useCartBill(cart)
  const isChanging = useCartIsChanging()
  const queries = useQueryClient()
  const router = useRouter()

  async function showOrder(id: string) {
    // Who went elsewhere while the order was placed stays there.
    if (router.state.location.pathname === '/checkout')
      await router.navigate({ to: '/orders/$id', params: { id }, replace: true })
    // The shop empties the cart in a moment; it is looked up again when it is needed.
    queries.setQueryData(cartQuery.queryKey, { lines: [] })
    await queries.invalidateQueries({ ...cartQuery, refetchType: 'none' })
  }

  return (
    <Checkout
      cart={{ lines: cart.items, etag: cart.etag, total: bill.totals?.total, isChanging }}
      onPlaced={showOrder}
      summary={<CartSummary cart={cart} bill={bill} items={<CartGlance items={cart.items} />} />}
      nothing={<EmptyCart />}
    />
  )
}
