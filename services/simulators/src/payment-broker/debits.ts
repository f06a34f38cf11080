import type { ConfirmIntentParams, CreateAccountMethodParams } from './params.ts'
import { type AccountMethod, newId, type Outcome } from './records.ts'
import { invalid } from './stripe-errors.ts'
import { stripeMethod } from './stripe-objects.ts'
import { accountOfIban } from './test-accounts.ts'

/** Takes a bank account as the browser gives it; of its number only the end is kept. */
export function createAccountMethod(params: CreateAccountMethodParams, nowMs: number): Outcome {
  const iban = params.sepa_debit.iban.replace(/\s/g, '').toUpperCase()
  if (!hasCheckDigits(iban)) throw invalid('The IBAN you provided is invalid.', 'invalid_bank_account_iban')
  for (const field of ['name', 'email'])
    if (!params.billing_details?.[field])
      throw invalid(`Missing required param: billing_details[${field}].`, 'parameter_missing')
  const account = accountOfIban(iban)
  if (!account) throw invalid('Only test IBANs are accepted here.', 'invalid_bank_account_iban')
  const method: AccountMethod = {
    id: newId('pm'),
    createdMs: nowMs,
    testAccount: account.paymentMethod,
    country: iban.slice(0, 2),
    last4: iban.slice(-4),
    billingDetails: params.billing_details ?? {},
  }
  return { method, reply: { status: 200, body: stripeMethod(method) } }
}

/** The customer of a debit has agreed to it, and it is in euros. */
export function refuseDebit(currency: string, { mandate_data: mandate }: ConfirmIntentParams): void {
  if (currency !== 'eur')
    throw invalid(`The currency provided (${currency}) is invalid for payments with sepa_debit.`)
  if (!mandate)
    throw invalid(
      'To confirm a PaymentIntent with a payment method of type sepa_debit, provide `mandate_data`.',
      'parameter_missing',
    )
}

/** As ISO 13616 says: letters count from 10, and what comes first goes to the end. */
function hasCheckDigits(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join('')
  return BigInt(digits) % 97n === 1n
}
