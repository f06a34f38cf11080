import type { PaymentType } from '@aos/contracts/payment-methods'
import { useCallback, useRef, useState } from 'react'
import { hasTexts, sessionSlot, tabStorage } from '../../shared/session-slot.ts'
import { type Contact, emptyContact, fieldNames } from './contact.ts'

/** What the broker made of a card or an account; the numbers themselves never leave its own frame. */
export interface Payment {
  id: string
  type: PaymentType
  label: string
}

/** All that a shopper says until the order is placed. It outlives errors, refreshes and the back button. */
export interface Draft {
  contact: Contact
  delivery?: string | undefined
  paymentType?: PaymentType | undefined
  payment?: Payment | undefined
}

const emptyDraft: Draft = { contact: emptyContact }

function isDraft(value: unknown): value is Draft {
  const { contact, delivery = '', paymentType = '', payment } = Object(value)
  return (
    hasTexts(contact, fieldNames) &&
    hasTexts({ delivery, paymentType }, ['delivery', 'paymentType']) &&
    (payment === undefined || hasTexts(payment, ['id', 'type', 'label']))
  )
}

export const draftSlot = (storage = tabStorage()) => sessionSlot('aos.checkout.draft', isDraft, storage)

const remembered = draftSlot()

export type ChangeDraft = (part: Partial<Draft>) => void

export function useDraft(): [Draft, ChangeDraft] {
  const [draft, setDraft] = useState(() => remembered.read() ?? emptyDraft)
  const latest = useRef(draft)
  // It is remembered also when the page that says so is gone by now.
  const change = useCallback((part: Partial<Draft>) => {
    latest.current = { ...latest.current, ...part }
    remembered.write(latest.current)
    setDraft(latest.current)
  }, [])
  return [draft, change]
}
