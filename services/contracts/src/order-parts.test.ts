import { expect, it } from 'vitest'
import { z } from 'zod'
import { text } from './order-parts.ts'

const name = text(9)
const { pattern, minLength, maxLength } = z.toJSONSchema(name, { io: 'input' })

/** As whoever reads the document alone would judge it. */
const fitsSchema = (value: string) =>
  value.length >= Number(minLength) &&
  value.length <= Number(maxLength) &&
  new RegExp(pattern ?? '').test(value)

it.each([
  ['a word', 'Ada', true],
  ['a word among blanks', ' Ada ', true],
  ['nothing', '', false],
  ['blanks', ' \t\r\n', false],
  ['a mark of byte order', '\ufeff', false],
  ['blanks of all kinds', '\v\f\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000', false],
  ['a control character that is no blank', '\u0085', true],
  ['too much, part of it blanks', ' 123456789', false],
  ['what PostgreSQL cannot hold', 'A\0a', false],
])('the schema says of %s what the shop says', (_, value, isText) => {
  expect(name.safeParse(value).success).toBe(isText)
  expect(fitsSchema(value)).toBe(isText)
})
