import type { Fault } from '../runtime/faults.ts'

/** What the card's bank says. */
export type Verdict =
  | { says: 'yes' }
  | { says: 'no'; code: string; declineCode?: string; message: string }
  | { says: 'ask-the-holder' }
  | { says: 'wait'; later: 'yes' | 'no' }

export interface TestCard {
  paymentMethod: string
  number: string
  brand: 'visa' | 'mastercard' | 'amex'
  situation: string
  verdict: Verdict
  /** What goes wrong between the broker and the shop, whatever the bank says. */
  fault?: Fault
}

const yes: Verdict = { says: 'yes' }
const DECLINED = 'Your card was declined.'
const no = (code: string, message: string, declineCode?: string): Verdict =>
  declineCode ? { says: 'no', code, declineCode, message } : { says: 'no', code, message }

/** The ways in which a payment can go: the same cards as in Stripe's test mode, then cards of our own. */
export const testCards: TestCard[] = [
  {
    paymentMethod: 'pm_card_visa',
    number: '4242424242424242',
    brand: 'visa',
    situation: 'is paid',
    verdict: yes,
  },
  {
    paymentMethod: 'pm_card_mastercard',
    number: '5555555555554444',
    brand: 'mastercard',
    situation: 'is paid',
    verdict: yes,
  },
  {
    paymentMethod: 'pm_card_amex',
    number: '378282246310005',
    brand: 'amex',
    situation: 'is paid',
    verdict: yes,
  },
  {
    paymentMethod: 'pm_card_visa_chargeDeclined',
    number: '4000000000000002',
    brand: 'visa',
    situation: 'is declined',
    verdict: no('card_declined', DECLINED, 'generic_decline'),
  },
  {
    paymentMethod: 'pm_card_visa_chargeDeclinedInsufficientFunds',
    number: '4000000000009995',
    brand: 'visa',
    situation: 'has insufficient funds',
    verdict: no('card_declined', 'Your card has insufficient funds.', 'insufficient_funds'),
  },
  {
    paymentMethod: 'pm_card_visa_chargeDeclinedLostCard',
    number: '4000000000009987',
    brand: 'visa',
    situation: 'was lost',
    verdict: no('card_declined', DECLINED, 'lost_card'),
  },
  {
    paymentMethod: 'pm_card_visa_chargeDeclinedStolenCard',
    number: '4000000000009979',
    brand: 'visa',
    situation: 'was stolen',
    verdict: no('card_declined', DECLINED, 'stolen_card'),
  },
  {
    paymentMethod: 'pm_card_visa_chargeDeclinedVelocityLimitExceeded',
    number: '4000000000006975',
    brand: 'visa',
    situation: 'was used too often',
    verdict: no(
      'card_declined',
      'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
      'card_velocity_exceeded',
    ),
  },
  {
    paymentMethod: 'pm_card_chargeDeclinedExpiredCard',
    number: '4000000000000069',
    brand: 'visa',
    situation: 'has expired',
    verdict: no('expired_card', 'Your card has expired.'),
  },
  {
    paymentMethod: 'pm_card_chargeDeclinedIncorrectCvc',
    number: '4000000000000127',
    brand: 'visa',
    situation: 'has another security code',
    verdict: no('incorrect_cvc', "Your card's security code is incorrect."),
  },
  {
    paymentMethod: 'pm_card_chargeDeclinedProcessingError',
    number: '4000000000000119',
    brand: 'visa',
    situation: 'meets an error at its bank',
    verdict: no(
      'processing_error',
      'An error occurred while processing your card. Try again in a little bit.',
    ),
  },
  {
    paymentMethod: 'pm_card_authenticationRequired',
    number: '4000002760003184',
    brand: 'visa',
    situation: 'asks its holder first (3-D Secure)',
    verdict: { says: 'ask-the-holder' },
  },
  {
    paymentMethod: 'pm_card_processing',
    number: '4000009999000014',
    brand: 'visa',
    situation: 'needs time, then is paid',
    verdict: { says: 'wait', later: 'yes' },
  },
  {
    paymentMethod: 'pm_card_processing_declined',
    number: '4000009999000022',
    brand: 'visa',
    situation: 'needs time, then is declined',
    verdict: { says: 'wait', later: 'no' },
  },
  {
    paymentMethod: 'pm_card_hang',
    number: '4000009999000030',
    brand: 'visa',
    situation: 'is paid, but the first answer hangs',
    verdict: yes,
    fault: { when: 'after', how: 'hang', times: 1 },
  },
  {
    paymentMethod: 'pm_card_hang_declined',
    number: '4000009999000048',
    brand: 'visa',
    situation: 'is declined, but the first answer hangs',
    verdict: no('card_declined', DECLINED, 'generic_decline'),
    fault: { when: 'after', how: 'hang', times: 1 },
  },
  {
    // Stripe's library tries a closed connection once more by itself, so one drop would not be noticed.
    paymentMethod: 'pm_card_drop',
    number: '4000009999000055',
    brand: 'visa',
    situation: 'is paid, but the connection drops before the answer, twice',
    verdict: yes,
    fault: { when: 'after', how: 'drop', times: 2 },
  },
  {
    paymentMethod: 'pm_card_drop_before',
    number: '4000009999000063',
    brand: 'visa',
    situation: 'meets a connection that drops before anything is done, twice; then is paid',
    verdict: yes,
    fault: { when: 'before', how: 'drop', times: 2 },
  },
  {
    paymentMethod: 'pm_card_error',
    number: '4000009999000071',
    brand: 'visa',
    situation: 'meets a broker that answers 500, twice; then is paid',
    verdict: yes,
    fault: { when: 'before', how: 'error', times: 2 },
  },
]

export const declinedLater = { code: 'card_declined', declineCode: 'generic_decline', message: DECLINED }

const byPaymentMethod = new Map(testCards.map((card) => [card.paymentMethod, card]))
const byNumber = new Map(testCards.map((card) => [card.number, card]))

export const cardOfPaymentMethod = (id: string): TestCard | undefined => byPaymentMethod.get(id)
export const cardOfNumber = (number: string): TestCard | undefined => byNumber.get(number)
