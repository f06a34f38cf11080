import type { Order } from '@aos/contracts/http'
import { laterOf, nextOrder } from './api/get-order.ts'
import { followEvents } from './follow-events.ts'
import { isOver } from './order-facts.ts'

const pollAgainMs = 2_000

/** Tells of every change of the order, by server-sent events or, where those do not get through, by asking. */
export function watchOrder(start: Order, onChange: (order: Order) => void): () => void {
  const stopped = new AbortController()
  let order = start
  const known = () => order

  function hear(fresh: Order) {
    order = laterOf(order, fresh)
    onChange(order)
  }
  followEvents(start.id, {
    hear,
    isOver: () => isOver(order),
    giveUp: () => void poll(known, hear, stopped.signal),
    stopped: stopped.signal,
  })
  return () => stopped.abort()
}

async function poll(known: () => Order, hear: (order: Order) => void, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    const fresh = await nextOrder(known(), stopped).catch(() => undefined)
    if (stopped.aborted) return
    const news = fresh !== undefined && fresh.journey.length > known().journey.length
    if (fresh) hear(fresh)
    if (!news && isOver(known())) return
    if (!news) await new Promise((resolve) => setTimeout(resolve, pollAgainMs))
  }
}
