import type { PlaceOrder } from '@aos/contracts/http'
import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../shared/api/failures.ts'
import { beginAction } from '../../shared/api/trace.ts'
import { isOrderPending } from './attempt-store.ts'
import { orderPlacing } from './order-placing.ts'
import type { Outcome } from './place-once.ts'

export type CheckoutState =
  | { kind: 'open'; refusal?: Refusal }
  | { kind: 'placing' }
  /** Sent, and never answered: all that can be done is to ask again. */
  | { kind: 'unknown' }

export interface Checkout {
  state: CheckoutState
  /** `prepare` makes the order, or nothing when there is something to be seen first. */
  place(prepare: () => Promise<PlaceOrder | undefined>): Promise<void>
  resume(): void
}

/** What the page shows, from the click to the order's address. */
export function useCheckout(onPlaced: (id: string) => Promise<void>): Checkout {
  const [state, setState] = useState<CheckoutState>(() => ({
    kind: isOrderPending() ? 'placing' : 'open',
  }))
  // State alone would let a second click through before the page is drawn again.
  const busy = useRef(false)

  async function follow(outcome: Promise<Outcome>) {
    busy.current = true
    setState({ kind: 'placing' })
    const result = await outcome
    busy.current = false
    if (result.kind === 'placed') await onPlaced(result.id)
    else if (result.kind === 'unknown') setState({ kind: 'unknown' })
    else setState({ kind: 'open', refusal: result.refusal })
  }

  function resume() {
    const outcome = orderPlacing.resume()
    if (outcome) void follow(outcome)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what a refresh interrupted goes on once, when the page opens
  useEffect(resume, [])

  async function place(prepare: () => Promise<PlaceOrder | undefined>) {
    if (busy.current) return
    busy.current = true
    setState({ kind: 'placing' })
    const trace = beginAction()
    const order = await prepare()
    busy.current = false
    if (order) await follow(orderPlacing.place(order, trace))
    else setState({ kind: 'open' })
  }

  return { state, place, resume }
}
