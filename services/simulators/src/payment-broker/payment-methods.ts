import type { CreateCardMethodParams } from './params.ts'
import { type CardMethod, newId, type Outcome } from './records.ts'
import { cardError } from './stripe-errors.ts'
import { stripeMethod } from './stripe-objects.ts'
import { cardOfNumber } from './test-cards.ts'

/** Takes a card as the browser gives it; the number itself is forgotten. */
export function createCardMethod(params: CreateCardMethodParams, nowMs: number): Outcome {
  const number = params.card.number.replace(/[\s-]/g, '')
  const year = params.card.exp_year < 100 ? 2000 + params.card.exp_year : params.card.exp_year
  const fault = cardFault(number, params.card.exp_month, year, params.card.cvc, nowMs)
  if (fault) return { reply: cardError(fault.code, fault.message, { param: fault.param }) }
  const card = cardOfNumber(number)
  if (!card) {
    return {
      reply: cardError('card_declined', 'Only test cards are accepted here, and this is not one of them.', {
        decline_code: 'test_mode_live_card',
      }),
    }
  }
  const method: CardMethod = {
    id: newId('pm'),
    createdMs: nowMs,
    testCard: card.paymentMethod,
    last4: number.slice(-4),
    expMonth: params.card.exp_month,
    expYear: year,
    billingDetails: params.billing_details ?? {},
  }
  return { method, reply: { status: 200, body: stripeMethod(method) } }
}

function cardFault(number: string, month: number, year: number, cvc: string | undefined, nowMs: number) {
  if (!/^\d{12,19}$/.test(number)) return fault('invalid_number', 'The card number is not valid.', 'number')
  if (!hasCheckDigit(number)) return fault('incorrect_number', 'Your card number is incorrect.', 'number')
  if (month < 1 || month > 12) {
    return fault('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month')
  }
  if (Date.UTC(year, month) <= nowMs || year > new Date(nowMs).getUTCFullYear() + 50) {
    return fault('invalid_expiry_year', "Your card's expiration date is in the past, or too far.", 'exp_year')
  }
  if (cvc !== undefined && !/^\d{3,4}$/.test(cvc)) {
    return fault('invalid_cvc', "Your card's security code is invalid.", 'cvc')
  }
  return undefined
}

const fault = (code: string, message: string, param: string) => ({ code, message, param })

/** The check digit of ISO/IEC 7812 (Luhn). */
function hasCheckDigit(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
