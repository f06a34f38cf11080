import type { PlaceOrder } from '@aos/contracts/http'
import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../shared/api/failures.ts'
import { beginAction } from '../../shared/api/trace.ts'
import { errorsByField, type FieldErrors } from './contact.ts'
import { orderPlacing } from './order-placing.ts'
import type { Outcome } from './place-once.ts'

export type CheckoutState =
  | { kind: 'filling'; errors: FieldErrors; trouble?: string; cardTrouble?: string }
  | { kind: 'placing' }
  /** Sent, and never answered: all that can be done is to ask again. */
  | { kind: 'unknown' }

export interface Checkout {
  state: CheckoutState
  /** `prepare` makes the order, its payment method included; it throws what the shopper should read. */
  place(prepare: () => Promise<PlaceOrder>): Promise<void>
  resume(): void
  showErrors(errors: FieldErrors): void
}

/** What the page shows, from the click to the order's address. */
export function useCheckout(onPlaced: (id: string) => Promise<void>): Checkout {
  const [state, setState] = useState<CheckoutState>(() =>
    orderPlacing.isPending() ? { kind: 'placing' } : { kind: 'filling', errors: {} },
  )
  // State alone would let a second click through before the page is drawn again.
  const busy = useRef(false)

  async function follow(outcome: Promise<Outcome>) {
    busy.current = true
    setState({ kind: 'placing' })
    const result = await outcome
    busy.current = false
    if (result.kind === 'placed') await onPlaced(result.id)
    else setState(result.kind === 'unknown' ? { kind: 'unknown' } : refused(result.refusal))
  }

  function resume() {
    const outcome = orderPlacing.resume()
    if (outcome) void follow(outcome)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what a refresh interrupted goes on once, when the page opens
  useEffect(resume, [])

  async function place(prepare: () => Promise<PlaceOrder>) {
    if (busy.current) return
    busy.current = true
    setState({ kind: 'placing' })
    const trace = beginAction()
    try {
      await follow(orderPlacing.place(await prepare(), trace))
    } catch (error) {
      busy.current = false
      setState({ kind: 'filling', errors: {}, cardTrouble: (error as Error).message })
    }
  }

  return { state, place, resume, showErrors: (errors) => setState({ kind: 'filling', errors }) }
}

function refused({ problem, message }: Refusal): CheckoutState {
  const errors = errorsByField(problem)
  const explained = Object.keys(errors).length > 0
  return { kind: 'filling', errors, ...(!explained && { trouble: message }) }
}
