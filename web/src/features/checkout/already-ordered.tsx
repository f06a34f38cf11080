import { Link } from '@tanstack/react-router'
import { checkout } from '../../shared/messages/checkout.ts'
import { checkoutLater as words } from '../../shared/messages/checkout-later.ts'
import { buttonClass } from '../../shared/ui/button.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'

/** Whoever comes back to the checkout must not order the same cart twice. */
export const AlreadyOrdered = ({ id }: { id: string }) => (
  <EmptyState
    heading={<PageHeading title={checkout.title}>{words.ordered.heading}</PageHeading>}
    text={words.ordered.text}
  >
    <Link to="/orders/$id" params={{ id }} className={buttonClass()}>
      {words.ordered.see}
    </Link>
    <Link to="/" className={buttonClass('quiet')}>
      {words.ordered.goOn}
    </Link>
  </EmptyState>
)
