import { Link } from '@tanstack/react-router'
import { openText } from './dead-letter-words.ts'
import { useOpenLetters } from './use-open-letters.ts'

/** Whether any service refused a message: what it was about stands still until somebody looks. */
export function OpenLetters() {
  const { count, failed } = useOpenLetters()
  if (count === 0 && failed.length === 0) return null
  return (
    <p className="card border-trouble/40 bg-trouble-soft px-6 py-4">
      {count > 0 && `${openText(count)} for somebody. `}
      {failed.length > 0 && `Not known of ${failed.join(', ')}. `}
      <Link to="/admin/dead-letters" className="font-semibold text-accent underline underline-offset-4">
        To the dead letters
      </Link>
    </p>
  )
}
