import type { TestCard } from './test-cards.ts'

/** A bank account from which can be debited by SEPA: the same ones as in Stripe's test mode. */
export interface TestAccount {
  paymentMethod: string
  iban: string
  situation: string
  verdict: Extract<TestCard['verdict'], { says: 'wait' }>
  fault?: undefined
}

/** A debit is never paid at once: the bank has days to answer, which are seconds here. */
export const testAccounts: TestAccount[] = [
  {
    paymentMethod: 'pm_success_de',
    iban: 'DE89370400440532013000',
    situation: 'needs time, then is paid',
    verdict: { says: 'wait', later: 'yes' },
  },
  {
    paymentMethod: 'pm_failed_de',
    iban: 'DE62370400440532013001',
    situation: 'needs time, then is returned by the bank',
    verdict: { says: 'wait', later: 'no' },
  },
  {
    paymentMethod: 'pm_success_fr',
    iban: 'FR1420041010050500013M02606',
    situation: 'needs time, then is paid',
    verdict: { says: 'wait', later: 'yes' },
  },
]

export type TestMethod = TestCard | TestAccount
export const isAccount = (method: TestMethod): method is TestAccount => 'iban' in method

const byPaymentMethod = new Map(testAccounts.map((account) => [account.paymentMethod, account]))
const byIban = new Map(testAccounts.map((account) => [account.iban, account]))

export const accountOfPaymentMethod = (id: string): TestAccount | undefined => byPaymentMethod.get(id)
export const accountOfIban = (iban: string): TestAccount | undefined => byIban.get(iban)

export const debitReturned = {
  code: 'payment_intent_payment_attempt_failed',
  declineCode: 'debit_not_authorized',
  message: 'The customer’s bank returned the debit.',
}
