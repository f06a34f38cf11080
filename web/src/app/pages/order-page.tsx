import { getRouteApi, lazyRouteComponent } from '@tanstack/react-router'
import { Suspense } from 'react'
import { OrderView } from '../../features/order/order-view.tsx'

const route = getRouteApi('/orders/$id')

/** Few orders come to nothing; the button's place is held. */
const OrderAgain = lazyRouteComponent(() => import('../../features/cart/order-again.tsx'), 'OrderAgain')

export function OrderPage() {
  const { id } = route.useParams()
  return (
    <OrderView
      key={id}
      id={id}
      again={({ lines }) => (
        <Suspense fallback={<div className="h-12" />}>
          <OrderAgain lines={lines} />
        </Suspense>
      )}
    />
  )
}
