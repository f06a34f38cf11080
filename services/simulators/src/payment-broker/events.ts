import type { Webhook } from '../runtime/webhook-sender.ts'
import { type Answer, type Intent, type IntentStatus, newId, type Outcome } from './records.ts'
import { stripeCharge, stripeIntent } from './stripe-objects.ts'

export const eventTypes = [
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.processing',
  'payment_intent.requires_action',
  'payment_intent.canceled',
  'charge.refunded',
] as const
export type EventType = (typeof eventTypes)[number]

/** The version whose shapes are spoken here: the one that the `stripe` library of the shop is made for. */
export const API_VERSION = '2026-10-28.endive'

const byStatus: Record<IntentStatus, EventType | undefined> = {
  requires_payment_method: 'payment_intent.payment_failed',
  requires_confirmation: undefined,
  requires_action: 'payment_intent.requires_action',
  processing: 'payment_intent.processing',
  succeeded: 'payment_intent.succeeded',
  canceled: 'payment_intent.canceled',
}

export function eventOf(
  { intent, refund }: Omit<Outcome, 'reply'>,
  answer: Answer | undefined,
  nowMs: number,
): Webhook | undefined {
  const type = intent && (refund ? 'charge.refunded' : typeOf(intent))
  if (!type) return undefined
  const id = newId('evt')
  const body = JSON.stringify({
    id,
    object: 'event',
    api_version: API_VERSION,
    created: Math.floor(nowMs / 1000),
    data: { object: refund ? stripeCharge(intent) : stripeIntent(intent) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: answer?.key ?? null },
    type,
  })
  return { id, type, createdMs: nowMs, body }
}

function typeOf(intent: Intent): EventType | undefined {
  const isNew = intent.status === 'requires_payment_method' && !intent.decline
  return isNew ? undefined : byStatus[intent.status]
}
