import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { productQuery } from '../../shared/api/get-product.ts'
import { cartQuery } from './api/get-cart.ts'
import { type PricedCart, priceCart } from './priced-cart.ts'

/** The cart with the catalogue's prices of now. */
export function usePricedCart(): PricedCart {
  const { data: cart } = useSuspenseQuery(cartQuery)
  const answers = useQueries({ queries: cart.lines.map(({ sku }) => productQuery(sku)) })
  return priceCart(cart, answers)
}
