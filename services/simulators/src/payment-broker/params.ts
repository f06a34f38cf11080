import { z } from 'zod'
import { type Form, valueAt } from './form.ts'
import { invalidParameter } from './stripe-errors.ts'

const text = z.string().max(5000)
const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
const whole = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number)
const list = z.record(z.string(), text).transform((entries) => Object.values(entries))
const anything = z.unknown()
const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((entries) => Object.keys(entries).length <= 50, 'must have at most 50 keys')

const SMALLEST_AMOUNT = 50
const amount = whole
  .refine((value) => value >= SMALLEST_AMOUNT, {
    params: { code: 'amount_too_small' },
    message: `Amount must be at least ${SMALLEST_AMOUNT} of the smallest unit`,
  })
  .refine((value) => value <= 99_999_999, {
    params: { code: 'amount_too_large' },
    message: 'Amount must be no more than 99999999 of the smallest unit',
  })

const expand = { expand: list.pipe(z.array(z.literal('latest_charge'))).optional() }

/** Those have no effect here, but a shop may say them to Stripe. Any other name is refused, as Stripe would. */
const ignored = {
  application_fee_amount: anything,
  confirmation_token: anything,
  customer: anything,
  off_session: anything,
  payment_method_options: anything,
  radar_options: anything,
  setup_future_usage: anything,
  shipping: anything,
  statement_descriptor: anything,
  statement_descriptor_suffix: anything,
  transfer_group: anything,
  use_stripe_sdk: anything,
}

const confirming = {
  payment_method: text.optional(),
  return_url: text.optional(),
  receipt_email: text.optional(),
  error_on_requires_action: flag.optional(),
  mandate_data: z
    .strictObject({
      customer_acceptance: z.strictObject({
        type: z.literal('online'),
        accepted_at: whole.optional(),
        online: z.strictObject({ ip_address: z.union([z.ipv4(), z.ipv6()]), user_agent: text.min(1) }),
      }),
    })
    .optional(),
  payment_method_types: list.optional(),
  ...expand,
}

export const createIntentParams = z.strictObject({
  ...z.object(ignored).partial().shape,
  ...confirming,
  amount,
  currency: z
    .string()
    .regex(/^[a-zA-Z]{3}$/, 'must be an ISO 4217 code')
    .toLowerCase(),
  automatic_payment_methods: z
    .strictObject({ enabled: flag, allow_redirects: z.enum(['always', 'never']).optional() })
    .optional(),
  capture_method: z.enum(['automatic', 'automatic_async']).optional(),
  confirmation_method: z.enum(['automatic', 'manual']).optional(),
  confirm: flag.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
})
export type CreateIntentParams = z.output<typeof createIntentParams>

export const confirmIntentParams = z.strictObject({ ...z.object(ignored).partial().shape, ...confirming })
export type ConfirmIntentParams = z.output<typeof confirmIntentParams>

export const cancelIntentParams = z.strictObject({
  cancellation_reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned']).optional(),
  ...expand,
})
export type CancelIntentParams = z.output<typeof cancelIntentParams>

export const retrieveParams = z.strictObject({ client_secret: text.optional(), ...expand })

export const createRefundParams = z.strictObject({
  payment_intent: text.optional(),
  charge: text.optional(),
  amount: whole.refine((value) => value > 0, 'must be greater than 0').optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: metadata.optional(),
})
export type CreateRefundParams = z.output<typeof createRefundParams>

const paging = {
  limit: whole.pipe(z.number().min(1).max(100)).default(10),
  starting_after: text.optional(),
}
export const listParams = z.strictObject(paging)
export const listRefundsParams = z.strictObject({
  ...paging,
  payment_intent: text.optional(),
  charge: text.optional(),
})
export const searchParams = z.strictObject({ query: text, limit: paging.limit, page: text.optional() })

const ofMethod = {
  billing_details: z.record(z.string(), anything).optional(),
  metadata: metadata.optional(),
  allow_redisplay: anything.optional(),
}
const cardMethodParams = z.strictObject({
  type: z.literal('card'),
  card: z.strictObject({ number: text, exp_month: whole, exp_year: whole, cvc: text.optional() }),
  ...ofMethod,
})
const accountMethodParams = z.strictObject({
  type: z.literal('sepa_debit'),
  sepa_debit: z.strictObject({ iban: text }),
  ...ofMethod,
})
export const createMethodParams = z.discriminatedUnion('type', [cardMethodParams, accountMethodParams])
export type CreateCardMethodParams = z.output<typeof cardMethodParams>
export type CreateAccountMethodParams = z.output<typeof accountMethodParams>

export function readParams<Schema extends z.ZodType>(schema: Schema, form: Form): z.output<Schema> {
  const read = schema.safeParse(form)
  if (read.success) return read.data
  const [issue] = read.error.issues
  if (!issue) throw read.error
  throw invalidParameter(issue, (path) => valueAt(form, path) !== undefined)
}
