import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { nothingKnown } from '../../shared/api/failures.ts'
import { cartQuery } from './api/get-cart.ts'
import { cartProductsQuery } from './api/get-cart-products.ts'
import { type PricedCart, priceCart } from './priced-cart.ts'

/** The cart with the catalogue's prices of now. */
export function usePricedCart(): PricedCart {
  const { data: cart } = useSuspenseQuery(cartQuery)
  const { data: products } = useQuery({
    ...cartProductsQuery(cart),
    // A line that goes leaves the others as they are.
    placeholderData: keepPreviousData,
    throwOnError: nothingKnown,
  })
  return priceCart(cart, products)
}
