import type { Money } from '@aos/contracts/money'
import { lazyRouteComponent } from '@tanstack/react-router'
import { type FormEvent, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { Unreachable } from '../../shared/api/failures.ts'
import { checkout as words } from '../../shared/messages/checkout.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import type { BrokerFieldHandle } from './broker-field.tsx'
import { type Contact, errorsThatStand, type FieldErrors } from './contact.ts'
import { ContactFields } from './contact-fields.tsx'
import type { ChangeDraft, Draft } from './draft.ts'
import { KnownShopper } from './known-shopper.tsx'

/** They stand below the fields, and come while those are filled in. */
const Choices = lazyRouteComponent(() => import('./choices.tsx'), 'Choices')

/** They come while the details are typed. */
const checks = () =>
  import('./check-contact.ts').catch((cause: unknown) => {
    throw new Unreachable(cause)
  })

interface DetailsFormProps {
  draft: Draft
  onChange: ChangeDraft
  /** The delivery that counts: the chosen one, or the usual one. */
  delivery: string | undefined
  items: Money | undefined
  onDone(): void
}

export function DetailsForm({ draft, onChange, delivery, items, onDone }: DetailsFormProps) {
  const { contact } = draft
  const [submitted, setSubmitted] = useState(contact)
  const [found, setFound] = useState<FieldErrors>({})
  const [paymentTrouble, setPaymentTrouble] = useState<string>()
  const [isChecking, setIsChecking] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const broker = useRef<BrokerFieldHandle>(null)
  const errors = errorsThatStand(found, contact, submitted)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when there are new errors
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[name][aria-invalid=true]')?.focus()
  }, [found])

  const changeContact = useCallback(
    (part: Partial<Contact>) => onChange({ contact: { ...contact, ...part } }),
    [contact, onChange],
  )

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isChecking) return
    setSubmitted(contact)
    setPaymentTrouble(undefined)
    setIsChecking(true)
    try {
      const { checkContact } = await checks()
      const checked = checkContact(contact)
      setFound('errors' in checked ? checked.errors : {})
      if ('errors' in checked) return
      // Without a frame nothing is to be made: the payment was given before.
      if (!broker.current) return draft.payment && onDone()
      onChange({ payment: await broker.current.toPayment(checked.customer) })
      onDone()
    } catch (error) {
      setPaymentTrouble((error as Error).message)
      broker.current?.focus()
    } finally {
      setIsChecking(false)
    }
  }

  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="grid gap-10">
      <KnownShopper contact={contact} onChange={changeContact} />
      <ContactFields
        contact={contact}
        errors={errors}
        onChange={(field, value) => changeContact({ [field]: value })}
      />
      <Suspense fallback={<Skeleton className="h-96" />}>
        <Choices
          draft={draft}
          onChange={onChange}
          delivery={delivery}
          items={items}
          ref={broker}
          paymentTrouble={paymentTrouble}
          faults={Object.keys(errors).length}
        />
      </Suspense>
      <div className="grid gap-5">
        <Button
          type="submit"
          className="w-full sm:w-auto sm:justify-self-start sm:px-10"
          disabled={isChecking}
        >
          {isChecking ? words.checking : words.toReview}
        </Button>
        <p className="text-sm text-muted">{words.reviewFollows}</p>
      </div>
    </form>
  )
}
