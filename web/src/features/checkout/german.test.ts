import { beforeAll, expect, test, vi } from 'vitest'
import { checkoutLater as words } from '../../shared/messages/checkout-later.ts'
import { loadMessages } from '../../shared/messages/localized.ts'
import { labelOf } from './broker.ts'
import { errorsByField } from './contact-errors.ts'

vi.hoisted(() => vi.stubGlobal('navigator', { languages: ['de'] }))
beforeAll(loadMessages)

test('instead of the shop’s English complaint a German says what to do', () => {
  const problem = { type: '', title: '', status: 400, detail: '', code: 'invalid-body', requestId: 'r' }
  const errors = [{ path: 'customer.address.city', message: 'is too short' }]
  expect(errorsByField({ ...problem, errors })).toEqual({ city: 'Bitte geben Sie den Ort ein.' })
})

test('what the broker finds wrong is told by its code', () => {
  expect(words.broker.fault('Your IBAN is incomplete.', 'incomplete_iban')).toBe(
    'Die IBAN ist unvollständig.',
  )
  expect(words.broker.fault('No idea.', undefined)).toBe('Bitte prüfen Sie, was Sie eingegeben haben.')
})

test('a card is known by its last digits', () => {
  expect(labelOf({ id: 'pm_1', card: { brand: 'visa', last4: '4242' } })).toBe('Visa mit den Endziffern 4242')
})
