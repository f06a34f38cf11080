import type { Money } from '@aos/contracts/money'
import type { Ref } from 'react'
import { checkoutLater as words } from '../../shared/messages/checkout-later.ts'
import { Notice } from '../../shared/ui/notice.tsx'
import type { BrokerFieldHandle } from './broker-field.tsx'
import { DeliveryChoice } from './delivery-choice.tsx'
import type { ChangeDraft, Draft } from './draft.ts'
import { PaymentChoice } from './payment-choice.tsx'

interface ChoicesProps {
  draft: Draft
  onChange: ChangeDraft
  /** The delivery that counts: the chosen one, or the usual one. */
  delivery: string | undefined
  items: Money | undefined
  /** Of the way to pay that is chosen. */
  ref: Ref<BrokerFieldHandle>
  paymentTrouble: string | undefined
  /** How many of the fields above are not right yet. */
  faults: number
}

/** How it comes and how it is paid, and what stands in the way. */
export const Choices = ({ draft, onChange, delivery, items, ref, paymentTrouble, faults }: ChoicesProps) => (
  <>
    <DeliveryChoice chosen={delivery} items={items} onChoose={(id) => onChange({ delivery: id })} />
    <PaymentChoice draft={draft} onChange={onChange} ref={ref} error={paymentTrouble} />
    {faults > 0 && (
      <Notice alert tone="trouble" title={words.faults.title}>
        {words.faults.text(faults)}
      </Notice>
    )}
  </>
)
