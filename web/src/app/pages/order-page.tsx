import { getRouteApi } from '@tanstack/react-router'
import { OrderAgain } from '../../features/cart/order-again.tsx'
import { OrderView } from '../../features/order/order-view.tsx'

const route = getRouteApi('/orders/$id')

export function OrderPage() {
  const { id } = route.useParams()
  return <OrderView key={id} id={id} again={({ lines }) => <OrderAgain lines={lines} />} />
}
