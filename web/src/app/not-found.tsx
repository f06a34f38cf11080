import { Link } from '@tanstack/react-router'
import { buttonClass } from '../shared/ui/button.tsx'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { PageHeading } from '../shared/ui/page-heading.tsx'

export const NotFound = () => (
  <EmptyState
    heading={<PageHeading title="Not found">There is nothing here</PageHeading>}
    text="The address may be mistyped, or what was here is gone."
  >
    <Link to="/" className={buttonClass()}>
      Back to the shop
    </Link>
  </EmptyState>
)
