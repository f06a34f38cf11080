import type { Order } from '@aos/contracts/http'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { orderQuery } from './api/get-order.ts'
import { watchOrder } from './watch-order.ts'

/** Shows nothing; as long as it is there, what is known of the order stays true. */
export function FollowOrder({ order }: { order: Order }) {
  const client = useQueryClient()
  const { id } = order

  // biome-ignore lint/correctness/useExhaustiveDependencies: watched from when the page opened; what follows comes by watching
  useEffect(
    () => watchOrder(order, (later) => client.setQueryData(orderQuery(id).queryKey, later)),
    [id, client],
  )
  return null
}
