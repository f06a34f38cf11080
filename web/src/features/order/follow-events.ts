import type { Order } from '@aos/contracts/http'
import { pathInShop } from '@aos/contracts/shop-addresses'

const failuresToBear = 3
/** The first event comes at once; a proxy that keeps it back keeps back all of them. */
const patienceMs = 5_000

interface Listener {
  hear(order: Order): void
  /** Nothing more will happen: a stream that ends needs no other. */
  isOver(): boolean
  /** Events do not get through here. */
  giveUp(): void
  stopped: AbortSignal
}

export function followEvents(id: string, { hear, isOver, giveUp, stopped }: Listener): void {
  if (typeof EventSource === 'undefined') {
    giveUp()
    return
  }
  const source = new EventSource(pathInShop('watchOrder', { id }))
  let failures = 0
  const close = () => {
    clearTimeout(patience)
    source.close()
  }
  const leave = () => {
    close()
    giveUp()
  }
  const patience = setTimeout(leave, patienceMs)
  source.onopen = () => {
    failures = 0
  }
  source.onmessage = (event: MessageEvent<string>) => {
    clearTimeout(patience)
    hear(JSON.parse(event.data) as Order)
  }
  source.onerror = () => {
    failures += 1
    if (isOver()) return close()
    // While it is still connecting, the browser tries again by itself.
    if (source.readyState === EventSource.CLOSED || failures >= failuresToBear) leave()
  }
  stopped.addEventListener('abort', close)
}
