import { journey } from '@aos/contracts/journey'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import german from '../../shared/messages/de/order.ts'
import { loadMessages } from '../../shared/messages/localized.ts'
import { sinceText } from './exact-times.ts'
import { milestones } from './milestones.ts'
import { anOrder, untilPaid } from './order.samples.ts'
import { statusWords, wayOn } from './order-words.ts'

vi.hoisted(() => vi.stubGlobal('navigator', { languages: ['de'] }))
beforeAll(loadMessages)

const declined = (detail: string) =>
  statusWords(
    anOrder('rejected', ['OrderPlaced', 'PaymentFailed', 'OrderRejected'], {
      reason: 'payment-declined',
      detail,
    }),
  ).now

describe('in German', () => {
  test('what a bank is known to say is told in German', () => {
    expect(declined('Your card has insufficient funds.')).toBe(
      'Die Zahlung wurde abgelehnt. Ihre Karte ist nicht ausreichend gedeckt. Ihnen wurde nichts abgebucht.',
    )
  })

  test.each(['Your card was declined.', 'The issuer is away'])(
    'what a bank says besides, in English, is left out: %s',
    (detail) => {
      expect(declined(detail)).toBe('Die Zahlung wurde abgelehnt. Ihnen wurde nichts abgebucht.')
    },
  )

  test('a shipment company is quoted, since it knows what is wrong with an address', () => {
    const order = anOrder('cancelled', [...untilPaid, 'ShipmentFailed', 'OrderCancelled'], {
      reason: 'shipment-failed',
      detail: 'There is no postal code 00000 in DE.',
    })
    expect(statusWords(order).now).toContain('„There is no postal code 00000 in DE.“')
  })

  test('what was short is listed, and words of the warehouse are left out', () => {
    const order = anOrder('rejected', ['OrderPlaced', 'ItemsUnavailable', 'OrderRejected'], {
      reason: 'unavailable',
      detail: 'KET-001: 2 wanted, 1 left',
    })
    expect(statusWords(order).now).not.toContain('wanted')
    expect(wayOn(order)).toContain('Warenkorb')
  })

  test('steps and amounts are as Germans write them', () => {
    const order = anOrder('cancelling', [...untilPaid, 'CancellationRequested', 'RefundPayment'])
    expect(milestones(order).map(({ title }) => title.replace('\u00a0', ' '))).toEqual([
      'Bestellung aufgegeben',
      'Artikel für Sie reserviert',
      'Zahlung eingegangen',
      'Sie wollten stornieren',
      'Sie bekommen 39,00 € zurück',
    ])
    expect(sinceText(1_280)).toBe('+1,3 s')
  })

  test('each step of the journey has a German title', () => {
    const untranslated = journey.filter(({ title }) => german.operators.step(title) === title)
    expect(untranslated).toEqual([])
  })
})
