import { Link } from '@tanstack/react-router'
import { cart } from '../../shared/messages/cart.ts'
import { Price } from '../../shared/ui/price.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { ItemName } from './item-name.tsx'
import { ItemPicture } from './item-picture.tsx'
import { LineTrouble } from './line-trouble.tsx'
import { type CartItem, troubleOf } from './priced-cart.ts'
import { QuantityField } from './quantity-field.tsx'

interface CartRowProps {
  item: CartItem
  onChange(quantity: number): void
}

export function CartRow({ item, onChange }: CartRowProps) {
  const { sku, quantity, product, lost } = item
  const name = product?.name ?? sku
  return (
    <li
      data-trouble={troubleOf(item) !== undefined}
      className="grid grid-cols-[5rem_1fr] gap-x-5 gap-y-4 border-b border-line py-6 sm:grid-cols-[8rem_1fr_auto]"
    >
      <ItemPicture item={item} className="rounded-2xl" />
      <div>
        <h2 className="hyphens-auto wrap-anywhere font-sans text-lg leading-snug font-semibold tracking-normal">
          <Link to="/products/$sku" params={{ sku }} className="hover:underline">
            <ItemName item={item} />
          </Link>
        </h2>
        {!lost && (
          <p className="mt-0.5 text-muted">
            {product ? <Price of={product.price} /> : <Skeleton className="h-6 w-16" />}
          </p>
        )}
        <LineTrouble item={item} />
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <QuantityField label={cart.quantityOf(name)} value={quantity} onChange={onChange} />
          <button
            type="button"
            className="min-h-11 px-1 text-sm text-muted underline underline-offset-4 hover:text-ink"
            aria-label={cart.removeOf(name)}
            onClick={() => onChange(0)}
          >
            {cart.remove}
          </button>
        </div>
      </div>
      <div className="col-start-2 text-lg font-semibold sm:col-start-3 sm:text-right">
        {product ? (
          <Price of={{ ...product.price, amount: product.price.amount * quantity }} />
        ) : (
          !lost && <Skeleton className="h-6 w-16" />
        )}
      </div>
    </li>
  )
}
