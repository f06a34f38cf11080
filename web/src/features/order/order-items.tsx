import type { Order } from '@aos/contracts/http'
import { pathInShop } from '@aos/contracts/shop-addresses'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { productQuery } from '../../shared/api/get-product.ts'
import { orderLater as words } from '../../shared/messages/order-later.ts'
import { Picture } from '../../shared/ui/picture.tsx'
import { Price } from '../../shared/ui/price.tsx'
import { TotalsList } from '../../shared/ui/totals-list.tsx'

export const OrderItems = ({ order }: { order: Order }) => (
  <>
    <ul className="grid gap-4">
      {order.lines.map((line) => (
        <OrderItem key={line.sku} line={line} currency={order.total.currency} />
      ))}
    </ul>
    <div className="mt-5 border-t border-line pt-4">
      <TotalsList itemsLabel={words.items.label} bill={order} total={order.total} unknown="–" />
    </div>
  </>
)

interface OrderItemProps {
  line: Order['lines'][number]
  currency: string
}

function OrderItem({ line, currency }: OrderItemProps) {
  const { sku, quantity } = line
  const priced = 'name' in line ? line : undefined
  // Until its items are reserved, an order knows no names.
  const { data: product } = useQuery({ ...productQuery(sku), enabled: !priced })
  return (
    <li className="grid grid-cols-[4rem_1fr_auto] items-center gap-4">
      <Picture src={pathInShop('getPicture', { sku })} className="rounded-xl" />
      <div className="leading-snug">
        <Link to="/products/$sku" params={{ sku }} className="font-medium hover:underline">
          {priced?.name ?? product?.name ?? sku}
        </Link>
        <p className="text-sm text-muted">{words.items.quantity(quantity)}</p>
      </div>
      {priced && <Price of={{ amount: priced.unitPrice * quantity, currency }} />}
    </li>
  )
}
