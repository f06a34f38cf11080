import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Refusal, Unreachable } from '../shared/api/failures.ts'
import { shell } from '../shared/messages/shell.ts'
import { Button } from '../shared/ui/button.tsx'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { PageHeading } from '../shared/ui/page-heading.tsx'

export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  const retry = () => {
    queries.reset()
    reset()
    void router.invalidate()
  }
  return (
    <div role="alert">
      <EmptyState
        heading={<PageHeading title={shell.failure.title}>{shell.failure.heading}</PageHeading>}
        text={explain(error)}
      >
        <Button onClick={retry}>{shell.failure.retry}</Button>
      </EmptyState>
    </div>
  )
}

function explain(error: unknown): string {
  if (error instanceof Unreachable) return error.message
  if (error instanceof Refusal) return [error.message, reference(error)].filter(Boolean).join(' ')
  return shell.failure.broken
}

const reference = ({ problem }: Refusal) => problem.requestId && shell.failure.reference(problem.requestId)
