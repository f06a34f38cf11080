import type { PlaceOrder } from '@aos/contracts/http'
import { hasTexts, sessionSlot, tabStorage } from '../../shared/session-slot.ts'

/** What is being sent, word for word: repeated until its outcome is known. */
export interface Attempt {
  key: string
  order: PlaceOrder
  trace: string
}

/** The shop checks the order itself; one that it cannot read any more it refuses. */
const isAttempt = (value: unknown): value is Attempt =>
  hasTexts(value, ['key', 'trace']) && Array.isArray(Object(value).order?.lines)

/** The last order of this tab, and the state of the cart that it was made from. */
interface Placed {
  id: string
  cartEtag?: string | undefined
}

const isPlaced = (value: unknown): value is Placed => hasTexts(value, ['id'])

export const attemptSlot = (storage = tabStorage()) => sessionSlot('aos.checkout.attempt', isAttempt, storage)
export const placedSlot = (storage = tabStorage()) => sessionSlot('aos.checkout.placed', isPlaced, storage)

/** Something was sent whose outcome is not known yet. */
export const isOrderPending = (attempts = attemptSlot()): boolean => attempts.read() !== undefined

/** The order that was already made from this state of the cart. */
export function orderMadeOf(cartEtag: string | undefined, placed = placedSlot()): string | undefined {
  const last = placed.read()
  return cartEtag !== undefined && last?.cartEtag === cartEtag ? last.id : undefined
}
