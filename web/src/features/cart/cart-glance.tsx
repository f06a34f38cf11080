import { Picture } from '../../shared/ui/picture.tsx'
import type { PricedCart } from './priced-cart.ts'

/** What is in the cart, to look at only. */
export const CartGlance = ({ items }: Pick<PricedCart, 'items'>) => (
  <ul className="mb-6 grid gap-3 border-b border-line pb-6">
    {items.map(({ sku, quantity, product }) => (
      <li key={sku} className="grid grid-cols-[3rem_1fr_auto] items-center gap-3 leading-snug">
        {product ? <Picture src={product.picture} className="rounded-lg" /> : <span />}
        {product?.name ?? sku}
        <span className="text-muted tabular-nums">× {quantity}</span>
      </li>
    ))}
  </ul>
)
