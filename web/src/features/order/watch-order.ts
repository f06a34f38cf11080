import { pathTo } from '@aos/contracts/addresses'
import type { Order } from '@aos/contracts/http'
import { terminalStatuses } from '@aos/contracts/journey'
import { laterOf, nextOrder } from './api/get-order.ts'

const failuresBeforePolling = 3
const pollAgainMs = 2_000

const isOver = ({ status }: Order): boolean => terminalStatuses.some((terminal) => terminal === status)

/** Tells of every change of the order, by server-sent events or, where those do not get through, by asking. */
export function watchOrder(start: Order, onChange: (order: Order) => void): () => void {
  const stopped = new AbortController()
  const source = new EventSource(pathTo('watchOrder', { id: start.id }))
  let order = start
  let failures = 0

  function hear(fresh: Order) {
    order = laterOf(order, fresh)
    onChange(order)
  }
  source.onopen = () => {
    failures = 0
  }
  source.onmessage = (event: MessageEvent<string>) => hear(JSON.parse(event.data) as Order)
  source.onerror = () => {
    failures += 1
    if (isOver(order)) return source.close()
    // While it is still connecting, the browser tries again by itself.
    if (source.readyState !== EventSource.CLOSED && failures < failuresBeforePolling) return
    source.close()
    void poll(() => order, hear, stopped.signal)
  }
  return () => {
    source.close()
    stopped.abort()
  }
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
