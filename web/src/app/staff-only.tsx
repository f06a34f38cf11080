import { Link } from '@tanstack/react-router'
import { buttonClass } from '../shared/ui/button.tsx'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { PageHeading } from '../shared/ui/page-heading.tsx'

export const StaffOnly = () => (
  <main className="page-width grow">
    <EmptyState
      heading={<PageHeading title="For staff only">This is for the staff of the store</PageHeading>}
      text="You are signed in, but your account may not come in here. Whoever runs the store can let it in."
    >
      <Link to="/" className={buttonClass()}>
        Back to the shop
      </Link>
      <Link to="/account" className={buttonClass('quiet')}>
        Your account
      </Link>
    </EmptyState>
  </main>
)
