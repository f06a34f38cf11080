import type { Money } from '@aos/contracts/money'
import type { Customer } from '@aos/contracts/order-parts'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { Unreachable } from '../../shared/api/failures.ts'
import { checkout as words } from '../../shared/messages/checkout.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import type { BillingDetails } from './broker.ts'
import type { BrokerFieldHandle } from './broker-field.tsx'
import { type Contact, errorsThatStand, type FieldErrors } from './contact.ts'
import { ContactFields } from './contact-fields.tsx'
import { DeliveryChoice } from './delivery-choice.tsx'
import type { ChangeDraft, Draft } from './draft.ts'
import { KnownShopper } from './known-shopper.tsx'
import { PaymentChoice } from './payment-choice.tsx'

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
      onChange({ payment: await broker.current.toPayment(billingOf(checked.customer)) })
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
      <DeliveryChoice chosen={delivery} items={items} onChoose={(id) => onChange({ delivery: id })} />
      <PaymentChoice draft={draft} onChange={onChange} ref={broker} error={paymentTrouble} />
      <div className="grid gap-5">
        <Faults count={Object.keys(errors).length} />
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

const Faults = ({ count }: { count: number }) =>
  count > 0 && (
    <Notice alert tone="trouble" title={words.faults.title}>
      {words.faults.text(count)}
    </Notice>
  )

const billingOf = ({ name, email, address }: Customer): BillingDetails => ({
  name,
  email,
  address: {
    line1: address.street,
    postal_code: address.postalCode,
    city: address.city,
    country: address.country,
  },
})
