import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { productQuery } from '../../shared/api/get-product.ts'
import { order as words } from '../../shared/messages/order.ts'
import type { Shortage } from './order-facts.ts'

/** What there was too little of, by its name. */
export const Shortages = ({ of }: { of: Shortage[] }) =>
  of.length > 0 && (
    <ul className="mt-3 grid gap-1">
      {of.map((shortage) => (
        <ShortItem key={shortage.sku} {...shortage} />
      ))}
    </ul>
  )

function ShortItem({ sku, wanted, left }: Shortage) {
  const { data: product } = useQuery(productQuery(sku))
  return (
    <li>
      <Link to="/products/$sku" params={{ sku }} className="font-semibold underline underline-offset-4">
        {product?.name ?? sku}
      </Link>
      : {words.shortage(wanted, left)}
    </li>
  )
}
