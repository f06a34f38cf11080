import { type CartItem, troubleOf } from './priced-cart.ts'

/** Why the line cannot be ordered as it is, if so. */
export function LineTrouble({ item }: { item: CartItem }) {
  const trouble = troubleOf(item)
  return trouble && <p className="mt-1 text-sm font-medium text-trouble">{trouble}</p>
}
