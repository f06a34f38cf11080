import { Link } from '@tanstack/react-router'
import { shell } from '../shared/messages/shell.ts'
import { buttonClass } from '../shared/ui/button.tsx'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { PageHeading } from '../shared/ui/page-heading.tsx'

export const NotFound = () => (
  <EmptyState
    heading={<PageHeading title={shell.notFound.title}>{shell.notFound.heading}</PageHeading>}
    text={shell.notFound.text}
  >
    <Link to="/" className={buttonClass()}>
      {shell.notFound.back}
    </Link>
  </EmptyState>
)
