import { getRouteApi } from '@tanstack/react-router'
import { OrderHistory } from '../../features/account/order-history.tsx'

export { Account as AccountPage } from '../../features/account/account.tsx'

const orders = getRouteApi('/account/orders')

export function OrdersPage() {
  const { page = 1 } = orders.useSearch()
  return <OrderHistory page={page} />
}
