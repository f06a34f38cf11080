import '../../shared/zod-without-eval.ts'
import { IdempotencyKey, PlaceOrder } from '@aos/contracts/http'
import { OrderId } from '@aos/contracts/order-parts'
import { z } from 'zod'
import { sessionSlot, tabStorage } from '../../shared/session-slot.ts'

/** What is being sent, word for word: repeated until its outcome is known. */
export const Attempt = z.object({ key: IdempotencyKey, order: PlaceOrder, trace: z.string() })
export type Attempt = z.infer<typeof Attempt>

/** The last order of this tab, and the state of the cart that it was made from. */
const Placed = z.object({ id: OrderId, cartEtag: z.string().optional() })

export const attemptSlot = (storage = tabStorage()) => sessionSlot('aos.checkout.attempt', Attempt, storage)
export const placedSlot = (storage = tabStorage()) => sessionSlot('aos.checkout.placed', Placed, storage)
