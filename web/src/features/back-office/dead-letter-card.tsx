import type { DeadLetter } from '@aos/contracts/dead-letters'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { asSentence } from '../../shared/sentence.ts'
import { Button } from '../../shared/ui/button.tsx'
import { deadLettersOf } from './api/list-dead-letters.ts'
import { redriveDeadLetter } from './api/redrive-dead-letter.ts'
import { messageName, messageText, orderOf, outcomeText, triesText } from './dead-letter-words.ts'
import { SetAsideForm } from './set-aside-form.tsx'
import { momentText } from './words.ts'

interface DeadLetterCardProps {
  letter: DeadLetter
  onOutcome(text: string): void
}

export function DeadLetterCard({ letter, onOutcome }: DeadLetterCardProps) {
  const { id, service, topic, reason, keptAt, redrives } = letter
  return (
    <article aria-labelledby={id} className="card grid grid-cols-1 gap-4 p-5 sm:p-7">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={id} className="font-mono text-lg font-semibold [overflow-wrap:anywhere]">
          {messageName(letter)}
        </h2>
        <p className="text-sm text-muted">
          {service}, from {topic}, <time dateTime={keptAt}>{momentText(keptAt)}</time>
        </p>
      </div>
      <Subject letter={letter} />
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">{asSentence(reason)}</p>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-medium text-accent">The message</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse */}
        <section tabIndex={0} aria-label={`Message ${id}`} className="overflow-auto rounded-xl bg-sunken p-4">
          <pre className="max-h-96 text-sm">{messageText(letter)}</pre>
        </section>
      </details>
      {letter.redrivenAt ? (
        <p className="text-sm text-muted">
          Accepted <time dateTime={letter.redrivenAt}>{momentText(letter.redrivenAt)}</time>, sent again by{' '}
          {letter.redrivenBy}.
        </p>
      ) : (
        <>
          {letter.setAside && <AsideNote setAside={letter.setAside} />}
          <div className="flex flex-wrap items-center gap-4">
            <Redrive letter={letter} onOutcome={onOutcome} />
            <span className="text-sm text-muted">{triesText(redrives)}</span>
          </div>
          {!letter.setAside && <SetAsideForm letter={letter} onOutcome={onOutcome} />}
        </>
      )}
    </article>
  )
}

const AsideNote = ({ setAside: { at, by, note } }: { setAside: NonNullable<DeadLetter['setAside']> }) => (
  <p className="[overflow-wrap:anywhere]">
    Set aside <time dateTime={at}>{momentText(at)}</time> by {by}: {asSentence(note)}
  </p>
)

function Subject({ letter }: { letter: DeadLetter }) {
  const order = orderOf(letter)
  if (!order) return <p className="text-sm text-muted [overflow-wrap:anywhere]">About {letter.subject}</p>
  return (
    <p className="text-sm text-muted">
      About the order{' '}
      <Link
        to="/admin/orders/$id"
        params={{ id: order }}
        className="font-mono text-accent underline underline-offset-4 [overflow-wrap:anywhere]"
      >
        {order}
      </Link>
    </p>
  )
}

function Redrive({ letter, onOutcome }: DeadLetterCardProps) {
  const queries = useQueryClient()
  const redrive = useMutation({
    mutationFn: () => redriveDeadLetter(letter),
    onMutate: () => onOutcome(''),
    onSuccess: async (tried) => {
      await queries.invalidateQueries({ queryKey: deadLettersOf(letter.service) })
      onOutcome(outcomeText(tried))
    },
    onError: ({ message }) => onOutcome(`That did not work, and the letter is as it was. ${message}`),
  })
  if (!letter.redrivable)
    return <p className="text-sm">It was too long to be kept whole: it cannot be sent again from here.</p>
  return (
    <Button
      look={letter.setAside ? 'quiet' : 'primary'}
      onClick={() => !redrive.isPending && redrive.mutate()}
      aria-describedby={letter.id}
    >
      {redrive.isPending ? 'Trying …' : 'Try again'}
    </Button>
  )
}
