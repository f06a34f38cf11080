import { type DeadLetter, SetAside } from '@aos/contracts/dead-letters'
import { useQueryClient } from '@tanstack/react-query'
import { FormFrame } from '../../shared/forms/form-frame.tsx'
import { useForm } from '../../shared/forms/use-form.ts'
import { TextField } from '../../shared/ui/text-field.tsx'
import { deadLettersOf } from './api/list-dead-letters.ts'
import { setDeadLetterAside } from './api/set-dead-letter-aside.ts'
import { asideText } from './dead-letter-words.ts'

interface SetAsideFormProps {
  letter: DeadLetter
  onOutcome(text: string): void
}

export function SetAsideForm({ letter, onOutcome }: SetAsideFormProps) {
  const queries = useQueryClient()
  const { field, ...frame } = useForm({
    initial: { note: '' },
    schema: async () => SetAside,
    bodyOf: (values) => values,
    remedies: { note: 'Please say why, for those who read it later.' },
    send: (values) => setDeadLetterAside(letter, values),
    onDone: async (settled, { note }) => {
      await queries.invalidateQueries({ queryKey: deadLettersOf(letter.service) })
      onOutcome(asideText(settled, note))
    },
  })
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 font-medium text-accent">Set it aside</summary>
      <div className="mt-2 max-w-lg">
        <FormFrame {...frame} look="quiet" action="Set aside" sending="Setting aside…">
          <TextField
            {...field('note')}
            label="Why nothing has to be done"
            hint="It is no longer counted, and can be tried again all the same."
            maxLength={500}
          />
        </FormFrame>
      </div>
    </details>
  )
}
