import type { DeadLetter } from '@aos/contracts/dead-letters'
import { servicesWithDatabase } from '@aos/contracts/services'
import { useQueries } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Notice } from '../../shared/ui/notice.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { deadLettersQuery } from './api/list-dead-letters.ts'
import { DeadLetterCard } from './dead-letter-card.tsx'
import { inOrder, missingText } from './dead-letter-words.ts'
import { ListSkeleton } from './list-skeleton.tsx'

export function DeadLetterList() {
  const results = useQueries({ queries: servicesWithDatabase.map((service) => deadLettersQuery(service)) })
  const [said, setSaid] = useState('')
  const failed = servicesWithDatabase.filter((_, i) => results[i]?.isError)
  const letters = inOrder(results.flatMap(({ data }) => data?.letters ?? []))
  const missing = servicesWithDatabase
    .map((service, i) => [service, results[i]?.data] as const)
    .map(([service, page]) => (page ? missingText(page.letters.length, page.total, service) : ''))
    .filter(Boolean)
  return (
    <div className="grid grid-cols-1 gap-6 pt-8">
      <div>
        <PageHeading title="Dead letters">Dead letters</PageHeading>
        <p className="mt-3 max-w-prose text-muted">
          Messages that a service could not accept. Find out why, mend it, and let the service try again: it
          handles each of them once.
        </p>
        {missing.map((text) => (
          <p key={text} className="mt-3 font-medium">
            {text}
          </p>
        ))}
      </div>
      {failed.map((service) => (
        <Notice key={service} alert tone="trouble" title={`The letters of ${service} are missing here`}>
          The service does not answer at the moment. Look again in a while.
        </Notice>
      ))}
      <Outcome text={said} />
      {results.some(({ isPending }) => isPending) ? (
        <ListSkeleton />
      ) : (
        <Letters letters={letters} isComplete={failed.length === 0} onOutcome={setSaid} />
      )}
    </div>
  )
}

/** Takes the focus, as the button that was pressed may be gone. */
function Outcome({ text }: { text: string }) {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (text) line.current?.focus()
  }, [text])
  return (
    <p
      ref={line}
      role="status"
      tabIndex={-1}
      className={text ? 'card [overflow-wrap:anywhere] px-6 py-4 font-medium' : 'sr-only'}
    >
      {text}
    </p>
  )
}

interface LettersProps {
  letters: DeadLetter[]
  /** Whether every service was heard. */
  isComplete: boolean
  onOutcome(text: string): void
}

function Letters({ letters, isComplete, onOutcome }: LettersProps) {
  if (letters.length === 0)
    return isComplete && <p className="card p-8 text-center text-muted">No message was refused.</p>
  return (
    <ul className="grid grid-cols-1 gap-4">
      {letters.map((letter) => (
        <li key={letter.id}>
          <DeadLetterCard letter={letter} onOutcome={onOutcome} />
        </li>
      ))}
    </ul>
  )
}
