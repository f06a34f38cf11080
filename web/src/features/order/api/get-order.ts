import type { Order } from '@aos/contracts/http'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'
import { newTrace } from '../../../shared/api/trace.ts'

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['order', id],
    queryFn: () => request('getOrder', { params: { id } }),
    structuralSharing: (known, fresh) => laterOf(known as Order | undefined, fresh as Order),
  })

/** Answers overtake each other: what is known to have happened does not un-happen. */
export const laterOf = (known: Order | undefined, fresh: Order): Order =>
  known && known.journey.length > fresh.journey.length ? known : fresh

/** Answered as soon as there is news, or unchanged after a while. */
export const nextOrder = (order: Order, signal: AbortSignal): Promise<Order> =>
  request('getOrder', {
    params: { id: order.id },
    query: { after: order.journey.length },
    trace: newTrace(),
    signal,
  })
