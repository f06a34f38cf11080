import type { z } from 'zod'
import type { Reply } from './records.ts'

interface ErrorBody {
  type: 'invalid_request_error' | 'idempotency_error' | 'card_error' | 'api_error'
  message: string
  code?: string | undefined
  param?: string | undefined
  [more: string]: unknown
}

/** An error in Stripe's shape. Declined cards are not thrown: they change the payment, so they are outcomes. */
export class StripeFault extends Error {
  readonly status: number
  readonly error: ErrorBody

  constructor(status: number, error: ErrorBody) {
    super(error.message)
    this.status = status
    this.error = error
  }

  get reply(): Reply {
    return { status: this.status, body: { error: this.error } }
  }
}

export const invalid = (message: string, code?: string, more: Record<string, unknown> = {}): StripeFault =>
  new StripeFault(400, { type: 'invalid_request_error', code, message, ...more })

/** 404 for what the address names, 400 for what a parameter names. */
export const missing = (what: string, id: string, param: string, status: 400 | 404 = 404): StripeFault =>
  new StripeFault(status, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${what}: '${id}'`,
    param,
  })

export const unexpectedState = (message: string, intent: unknown): StripeFault =>
  invalid(message, 'payment_intent_unexpected_state', { payment_intent: intent })

export const cardError = (code: string, message: string, more: Record<string, unknown> = {}): Reply => ({
  status: 402,
  body: {
    error: {
      type: 'card_error',
      code,
      message,
      doc_url: `https://docs.stripe.com/error-codes/${code.replaceAll('_', '-')}`,
      ...more,
    },
  },
})

export function invalidParameter(
  issue: z.core.$ZodIssue,
  given: (path: PropertyKey[]) => boolean,
): StripeFault {
  const [first, ...rest] = issue.path
  const param = [first, ...rest.map((part) => `[${String(part)}]`)].join('')
  if (issue.code === 'unrecognized_keys') {
    const unknown = issue.path.length > 0 ? `${param}[${issue.keys[0]}]` : issue.keys[0]
    return invalid(`Received unknown parameter: ${unknown}`, 'parameter_unknown', { param: unknown })
  }
  if (!given(issue.path)) return invalid(`Missing required param: ${param}.`, 'parameter_missing', { param })
  if (issue.code === 'custom') return invalid(issue.message, String(issue.params?.code), { param })
  return invalid(`Invalid ${param}: ${issue.message}`, 'parameter_invalid', { param })
}
