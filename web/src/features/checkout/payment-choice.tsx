import type { PaymentMethod, PaymentType } from '@aos/contracts/payment-methods'
import { useQuery } from '@tanstack/react-query'
import { type Ref, useState } from 'react'
import { checkoutLater as words } from '../../shared/messages/checkout-later.ts'
import { shell } from '../../shared/messages/shell.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { paymentMethodsQuery } from './api/list-payment-methods.ts'
import { BrokerField, type BrokerFieldHandle } from './broker-field.tsx'
import { ChoiceCard } from './choice-card.tsx'
import type { ChangeDraft, Draft } from './draft.ts'
import { MandateText } from './mandate-text.tsx'

interface PaymentChoiceProps {
  draft: Draft
  onChange: ChangeDraft
  /** Of the method that is chosen. */
  ref: Ref<BrokerFieldHandle>
  error: string | undefined
}

export function PaymentChoice({ draft, onChange, ref, error }: PaymentChoiceProps) {
  const { data: methods, isError, refetch } = useQuery(paymentMethodsQuery)
  // What was typed for one method is still there after a look at another.
  const [opened, setOpened] = useState<readonly PaymentType[]>([])
  if (isError && !methods) {
    return (
      <Notice alert tone="trouble" title={words.payment.notLoaded}>
        <Button look="quiet" className="mt-3" onClick={() => void refetch()}>
          {shell.failure.retry}
        </Button>
      </Notice>
    )
  }
  const chosen = chosenMethod(methods, draft)
  if (!methods || !chosen) return <Skeleton className="h-48" />
  if (!opened.includes(chosen.type)) setOpened([...opened, chosen.type])
  const { payment } = draft
  return (
    <fieldset>
      <legend className="mb-4 font-display text-2xl font-semibold">{words.payment.question}</legend>
      <div className="grid gap-3">
        {methods.length > 1 &&
          methods.map(({ type, name, takesDays }) => (
            <ChoiceCard
              key={type}
              name="payment"
              value={type}
              checked={type === chosen.type}
              onChoose={() => onChange({ paymentType: type })}
              title={name}
              hint={takesDays ? words.payment.takesDays : undefined}
            />
          ))}
      </div>
      {methods
        .filter(({ type }) => opened.includes(type))
        .map((method) => (
          <div key={method.type} hidden={method !== chosen} className="mt-5">
            {payment?.type === method.type ? (
              <GivenPayment label={payment.label} onAnother={() => onChange({ payment: undefined })} />
            ) : (
              <BrokerField
                ref={method === chosen ? ref : null}
                method={method}
                error={method === chosen ? error : undefined}
              />
            )}
            {method.type === 'sepa-debit' && <MandateText />}
          </div>
        ))}
    </fieldset>
  )
}

/** The one that was chosen, if it is offered still; else the first. */
const chosenMethod = (methods: PaymentMethod[] | undefined, { paymentType }: Draft) =>
  methods?.find(({ type }) => type === paymentType) ?? methods?.[0]

const GivenPayment = ({ label, onAnother }: { label: string; onAnother(): void }) => (
  <div className="flex flex-wrap items-center justify-between gap-3 rounded-2xl border border-line bg-sunken px-5 py-3">
    <p className="font-medium">{label}</p>
    <Button look="quiet" onClick={onAnother}>
      {words.payment.another}
    </Button>
  </div>
)
