import type { Outgoing } from '@aos/chassis/outbox'
import type { Emitted } from '@aos/contracts/messages'
import type { Order } from './order.ts'

/** Numbers what was decided to say: the order already counts these messages. */
export const numbered = (order: Order, messages: Emitted[]): Outgoing[] =>
  messages.map((message, i) => ({ ...message, sequence: order.sequence - messages.length + i + 1 }))
