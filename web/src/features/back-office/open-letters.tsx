import { servicesWithDatabase } from '@aos/contracts/services'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { deadLettersQuery } from './api/list-dead-letters.ts'
import { openText } from './dead-letter-words.ts'

const MINUTE = 60_000

/** Whether any service refused a message: what it was about stands still until somebody looks. */
export function OpenLetters() {
  const results = useQueries({
    queries: servicesWithDatabase.map((service) => ({
      ...deadLettersQuery(service, 1),
      refetchInterval: MINUTE,
    })),
  })
  const open = results.reduce((sum, { data }) => sum + (data?.open ?? 0), 0)
  const failed = servicesWithDatabase.filter((_, i) => results[i]?.isError)
  if (open === 0 && failed.length === 0) return null
  return (
    <p className="card border-trouble/40 bg-trouble-soft px-6 py-4">
      {open > 0 && `${openText(open)} for somebody. `}
      {failed.length > 0 && `Not known of ${failed.join(', ')}. `}
      <Link to="/admin/dead-letters" className="font-semibold text-accent underline underline-offset-4">
        To the dead letters
      </Link>
    </p>
  )
}
