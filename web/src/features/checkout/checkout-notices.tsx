import { Link } from '@tanstack/react-router'
import { checkoutLater as words } from '../../shared/messages/checkout-later.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { errorsByField } from './contact-errors.ts'
import type { CheckoutState } from './use-checkout.ts'

interface CheckoutNoticesProps {
  state: CheckoutState
  onResume(): void
}

/** What became of an order that was sent, where that is not its own page. */
export function CheckoutNotices({ state, onResume }: CheckoutNoticesProps) {
  if (state.kind === 'unknown') {
    return (
      <Notice alert tone="trouble" title={words.unanswered.title}>
        <p className="mb-4">{words.unanswered.text}</p>
        <Button onClick={onResume}>{words.unanswered.ask}</Button>
      </Notice>
    )
  }
  if (state.kind === 'placing' || !state.refusal) return null
  const complaints = Object.values(errorsByField(state.refusal.problem))
  return (
    <Notice alert tone="trouble" title={words.refused.title}>
      {complaints.length === 0 && <p>{state.refusal.message}</p>}
      {complaints.map((complaint) => (
        <p key={complaint}>{complaint}</p>
      ))}
      <p className="mt-3">
        {words.refused.nothingCharged}{' '}
        <Link to="/checkout" className="font-medium text-ink underline underline-offset-4">
          {words.refused.change}
        </Link>
      </p>
    </Notice>
  )
}
