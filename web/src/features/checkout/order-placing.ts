import { randomHex } from '../../shared/random.ts'
import { placeOrder } from './api/place-order.ts'
import { attemptSlot, placedSlot } from './attempt-store.ts'
import { placeOnce } from './place-once.ts'

/** One for the tab: it goes on when the checkout is left and opened again. */
export const orderPlacing = placeOnce({
  attempts: attemptSlot(),
  placed: placedSlot(),
  send: placeOrder,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  newKey: () => randomHex(16),
})
