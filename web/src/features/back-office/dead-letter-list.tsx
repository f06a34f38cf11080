import type { DeadLetter } from '@aos/contracts/dead-letters'
import { servicesWithDatabase } from '@aos/contracts/services'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Notice } from '../../shared/ui/notice.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { deadLettersQuery } from './api/list-dead-letters.ts'
import { ChoiceLinks } from './choice-links.tsx'
import { DeadLetterCard } from './dead-letter-card.tsx'
import { inOrder } from './dead-letter-words.ts'
import { ListSkeleton } from './list-skeleton.tsx'
import type { OfficeSearch } from './office-search.ts'
import { Pages } from './pages.tsx'

/** Of all services, the newest of each; of one, page by page. */
const PAGE_SIZE = 50

export function DeadLetterList({ search }: { search: OfficeSearch }) {
  const chosen = servicesWithDatabase.find((service) => service === search.service)
  const { page } = search
  const services = chosen ? [chosen] : servicesWithDatabase
  const query = { pageSize: PAGE_SIZE, ...(chosen && page && { page }) }
  const results = useQueries({ queries: services.map((service) => deadLettersQuery(service, query)) })
  const [said, setSaid] = useState('')
  const failed = services.filter((_, i) => results[i]?.isError)
  const letters = inOrder(results.flatMap(({ data }) => data?.letters ?? []))
  const withMore = chosen ? [] : services.filter((_, i) => (results[i]?.data?.total ?? 0) > PAGE_SIZE)
  const [shown] = chosen ? results : []
  return (
    <div className="grid grid-cols-1 gap-6 pt-8">
      <div>
        <PageHeading title="Dead letters">Dead letters</PageHeading>
        <p className="mt-3 max-w-prose text-muted">
          Messages that a service could not accept. Find out why, mend it, and let the service try again: it
          handles each of them once. Or set them aside, where nothing has to be done.
        </p>
      </div>
      <ChoiceLinks
        label="Who refused them"
        choices={[
          { text: 'All services', search: {}, isChosen: !chosen },
          ...servicesWithDatabase.map((service) => ({
            text: service,
            search: { service },
            isChosen: service === chosen,
          })),
        ]}
      />
      {withMore.map((service) => (
        <p key={service}>
          The first {PAGE_SIZE} of {service} are shown here.{' '}
          <Link
            to="/admin/dead-letters"
            search={{ service }}
            className="font-medium text-accent underline underline-offset-4"
          >
            All of {service}
          </Link>
        </p>
      ))}
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
      {shown?.data && <Pages {...shown.data} search={search} />}
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
