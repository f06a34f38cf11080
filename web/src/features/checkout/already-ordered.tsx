import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../shared/ui/button.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'

/** Whoever comes back to the checkout must not order the same cart twice. */
export const AlreadyOrdered = ({ id }: { id: string }) => (
  <EmptyState
    heading={<PageHeading title="Checkout">You have ordered this already</PageHeading>}
    text="Nothing more is to be done; your order is on its way through the shop."
  >
    <Link to="/orders/$id" params={{ id }} className={buttonClass()}>
      See your order
    </Link>
    <Link to="/" className={buttonClass('quiet')}>
      Keep looking
    </Link>
  </EmptyState>
)
