import { Price } from '../../shared/ui/price.tsx'
import { ItemName } from './item-name.tsx'
import { ItemPicture } from './item-picture.tsx'
import { LineTrouble } from './line-trouble.tsx'
import type { PricedCart } from './priced-cart.ts'

/** What is in the cart, to look at only. */
export const CartGlance = ({ items, className = '' }: Pick<PricedCart, 'items'> & { className?: string }) => (
  <ul className={`grid gap-3 ${className}`}>
    {items.map((item) => (
      <li key={item.sku} className="grid grid-cols-[3rem_1fr_auto] items-center gap-3 leading-snug">
        <ItemPicture item={item} className="rounded-lg" />
        <div className="hyphens-auto wrap-anywhere">
          <ItemName item={item} /> <span className="text-muted tabular-nums">× {item.quantity}</span>
          <LineTrouble item={item} />
        </div>
        {item.product && (
          <Price of={{ ...item.product.price, amount: item.product.price.amount * item.quantity }} />
        )}
      </li>
    ))}
  </ul>
)
