import { Link } from '@tanstack/react-router'
import { cart as words } from '../../shared/messages/cart.ts'
import { shell } from '../../shared/messages/shell.ts'
import { buttonClass } from '../../shared/ui/button.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'

export const EmptyCart = () => (
  <EmptyState
    heading={<PageHeading title={shell.cart}>{words.empty.heading}</PageHeading>}
    text={words.empty.text}
  >
    <Link to="/" className={buttonClass()}>
      {words.empty.fill}
    </Link>
  </EmptyState>
)
