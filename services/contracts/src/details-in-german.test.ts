import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { detailInGerman } from './details-in-german.ts'

const source = (path: string) => readFileSync(join(import.meta.dirname, '..', '..', path), 'utf8')

/** What stands between quotes in those places of a source. */
const said = (path: string, before: string): string[] =>
  [...source(path).matchAll(new RegExp(`(?:${before})\\s*(?:'([^'\\n]+)'|"([^"\\n]+)")`, 'g'))].map(
    ([, single = '', double = '']) => single || double,
  )

/** Sentences of our own, and those of the banks behind the test cards, which speak as Stripe's do. */
const ofPayments = [
  ...said('payments/src/payment.ts', 'message:'),
  ...said('payments/src/stripe-outcome.ts', '\\|\\|'),
  ...said('payments/src/stripe-broker.ts', 'message:'),
  ...said('orders/src/saga.ts', "'payment-declined',"),
  ...said(
    'simulators/src/payment-broker/test-cards.ts',
    "no\\('\\w+',|'card_declined',|'processing_error',|DECLINED =",
  ),
  ...said('simulators/src/payment-broker/test-accounts.ts', 'message:'),
  ...said('simulators/src/payment-broker/payment-intents.ts', 'message:'),
].filter((sentence) => sentence.endsWith('.'))

const ofShipments = [
  ...said('shipments/src/parcel.ts', 'reason:'),
  ...said('simulators/src/carrier/special-addresses.ts', 'refusal:'),
]

/** What the reason of the order says already. */
const alreadySaid = ['Your card was declined.', 'The payment was declined.']

describe('why a payment came to nothing', () => {
  it('is said in places that were found', () => {
    expect(ofPayments.length).toBeGreaterThan(11)
    for (const sentence of alreadySaid) expect(ofPayments).toContain(sentence)
  })

  it.each([...new Set(ofPayments)])('is told in German: %s', (sentence) => {
    const told = detailInGerman(sentence, 'payment-declined')
    if (alreadySaid.includes(sentence)) expect(told).toBe('')
    else expect(told).toMatch(/^[A-ZÄÖÜ].+\.$/)
    expect(told).not.toContain(sentence)
  })

  it('is left out where a bank says something else in English', () => {
    expect(detailInGerman('The issuer is away.', 'payment-declined')).toBe('')
    expect(detailInGerman('toString', 'payment-declined')).toBe('')
  })
})

describe('why a parcel came to nothing', () => {
  it('is said in places that were found', () => {
    expect(ofShipments).toHaveLength(3)
  })

  it.each(ofShipments)('is told in German: %s', (sentence) => {
    expect(detailInGerman(sentence, 'shipment-failed')).not.toContain(sentence)
  })

  it('is quoted where the shipment company says something else', () => {
    expect(detailInGerman('The gate is shut.', 'shipment-failed')).toBe(
      'Die Begründung im Wortlaut: „The gate is shut.“.',
    )
  })
})
