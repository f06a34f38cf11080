import type { Cart } from '@aos/contracts/http'
import type { Line } from '@aos/contracts/order-parts'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { isFinal, Refusal } from '../../shared/api/failures.ts'
import { beginAction } from '../../shared/api/trace.ts'
import { cartMutations, cartQuery } from './api/get-cart.ts'
import { setCartLine } from './api/set-cart-line.ts'

/** Changes of the cart run one after the other, each on what the one before left. */
const oneByOne = {
  mutationKey: cartMutations,
  scope: { id: 'cart' },
  // Saying how many again is harmless; a conflict means that another tab was faster.
  retry: (failures: number, error: Error) => failures < 3 && (!isFinal(error) || isConflict(error)),
}

const isConflict = (error: Error) => error instanceof Refusal && error.status === 409

/** Adds to what is there: to the cart as it is now, which another tab may have changed. */
export function useAddToCart() {
  const client = useQueryClient()
  return useMutation({
    ...oneByOne,
    mutationFn: async (lines: readonly Line[]) => {
      const trace = beginAction()
      let cart = await client.fetchQuery({ ...cartQuery, staleTime: 0 })
      for (const { sku, quantity } of lines) {
        cart = await setCartLine({ sku, quantity: quantityIn(cart, sku) + quantity }, trace)
      }
      return cart
    },
    onSuccess: (cart) => settle(client, cart),
  })
}

/** Sets how many, and shows it before the shop has answered. */
export function useSetQuantity() {
  const client = useQueryClient()
  return useMutation({
    ...oneByOne,
    mutationFn: (line: Line) => setCartLine(line, beginAction()),
    onMutate: async (line) => {
      await client.cancelQueries(cartQuery)
      client.setQueryData(cartQuery.queryKey, (cart) => cart && withLine(cart, line))
    },
    onSuccess: (cart) => settle(client, cart),
    onError: () => client.invalidateQueries(cartQuery),
  })
}

/** While further changes wait, the cart already shows what they will make of it. */
function settle(client: QueryClient, cart: Cart): void {
  if (client.isMutating({ mutationKey: cartMutations }) === 1) client.setQueryData(cartQuery.queryKey, cart)
}

const quantityIn = (cart: Cart, sku: string): number =>
  cart.lines.find((line) => line.sku === sku)?.quantity ?? 0

const withLine = (cart: Cart, changed: Line): Cart => ({
  ...cart,
  lines: cart.lines
    .map((line) => (line.sku === changed.sku ? changed : line))
    .filter(({ quantity }) => quantity > 0),
})
