import { expect, test } from 'vitest'
import german from './de/shell.ts'

const sources = import.meta.glob<string>(
  [
    '../../../../services/{gateway,accounts,orders,stock,payments,shipments,chassis}/src/**/*.ts',
    '!**/*.test.ts',
    '!**/*-harness.ts',
  ],
  { eager: true, query: '?raw', import: 'default' },
)

/** Said to staff, to other companies and between services, or about a picture, which fails without words. */
const notToShoppers = [
  ...['staff-only', 'stock-cannot-change'],
  ...['picture-refused', 'too-many-pictures', 'last-picture'],
  ...['forged-event', 'forged-webhook', 'unknown-webhook'],
  ...['not-subscribed', 'letter-cut-off', 'no-such-letter'],
  ...['not-through-sidecar', 'reservation-exists', 'no-such-picture'],
]

/** Of what is not there at the moment, shoppers hear that alone. */
const fault = /new AppError\(\s*'(?!unavailable|unknown)[\w-]+',\s*'([\w-]+)'/g

const codes = new Set(
  Object.values(sources).flatMap((source) => [...source.matchAll(fault)].map(([, code = '']) => code)),
)

test.each([...codes].filter((code) => !notToShoppers.includes(code)))('%s is told in German', (code) => {
  expect(german.failure.refused(code, 'the detail')).not.toContain('the detail')
})

test('all codes were looked at', () => {
  expect(codes.size).toBeGreaterThan(25)
  for (const code of notToShoppers) expect(codes).toContain(code)
})

test('what has no words of its own is quoted, and what a proxy said is not', () => {
  expect(german.failure.refused('new-code', 'no such thing')).toContain('no such thing')
  expect(german.failure.refused('http-403', 'no such thing')).not.toContain('no such thing')
})
