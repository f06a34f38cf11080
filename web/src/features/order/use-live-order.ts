import type { Order } from '@aos/contracts/http'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { orderQuery } from './api/get-order.ts'
import { watchOrder } from './watch-order.ts'

export function useLiveOrder(id: string): Order {
  const client = useQueryClient()
  const { data: order } = useSuspenseQuery(orderQuery(id))

  // biome-ignore lint/correctness/useExhaustiveDependencies: watched from when the page opened; what follows comes by watching
  useEffect(
    () => watchOrder(order, (later) => client.setQueryData(orderQuery(id).queryKey, later)),
    [id, client],
  )
  return order
}
