import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import type { CheckoutState } from './use-checkout.ts'

interface CheckoutNoticesProps {
  state: CheckoutState
  onResume(): void
}

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
  if (state.kind === 'placing') return null
  const faults = Object.keys(state.errors).length
  if (faults > 0) {
    return (
      <Notice alert tone="trouble" title="Almost there">
        {faults === 1 ? 'One field needs your attention.' : `${faults} fields need your attention.`}
      </Notice>
    )
  }
  if (state.trouble) {
    return (
      <Notice alert tone="trouble" title="We could not take this order">
        {state.trouble}
      </Notice>
    )
  }
  return null
}
