import { Link } from '@tanstack/react-router'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { errorsByField } from './contact.ts'
import type { CheckoutState } from './use-checkout.ts'

interface CheckoutNoticesProps {
  state: CheckoutState
  onResume(): void
}

/** What became of an order that was sent, where that is not its own page. */
export function CheckoutNotices({ state, onResume }: CheckoutNoticesProps) {
  if (state.kind === 'unknown') {
    return (
      <Notice alert tone="trouble" title="We sent your order, but heard nothing back">
        <p className="mb-4">
          The connection may be down. Your order is kept here; asking again is safe and never orders twice.
        </p>
        <Button onClick={onResume}>Ask again</Button>
      </Notice>
    )
  }
  if (state.kind === 'placing' || !state.refusal) return null
  const complaints = Object.values(errorsByField(state.refusal.problem))
  return (
    <Notice alert tone="trouble" title="We could not take this order">
      {complaints.length === 0 && <p>{state.refusal.message}</p>}
      {complaints.map((complaint) => (
        <p key={complaint}>{complaint}</p>
      ))}
      <p className="mt-3">
        Nothing was charged.{' '}
        <Link to="/checkout" className="font-medium text-ink underline underline-offset-4">
          Change your details
        </Link>
      </p>
    </Notice>
  )
}
