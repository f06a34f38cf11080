import '../../shared/zod-without-eval.ts'
import { PaymentType } from '@aos/contracts/payment-methods'
import { useCallback, useRef, useState } from 'react'
import { z } from 'zod'
import { sessionSlot, tabStorage } from '../../shared/session-slot.ts'
import { Contact, checkContact, emptyContact } from './contact.ts'

/** What the broker made of a card or an account; the numbers themselves never leave its own frame. */
const Payment = z.object({ id: z.string(), type: PaymentType, label: z.string() })
export type Payment = z.infer<typeof Payment>

/** All that a shopper says until the order is placed. It outlives errors, refreshes and the back button. */
const Draft = z.object({
  contact: Contact,
  delivery: z.string().optional(),
  paymentType: PaymentType.optional(),
  payment: Payment.optional(),
})
export type Draft = z.infer<typeof Draft>

export const emptyDraft: Draft = { contact: emptyContact }

export const draftSlot = (storage = tabStorage()) => sessionSlot('aos.checkout.draft', Draft, storage)

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

/** Whether there is nothing left to ask. */
export const isComplete = ({ contact, payment }: Draft): boolean =>
  payment !== undefined && 'customer' in checkContact(contact)
