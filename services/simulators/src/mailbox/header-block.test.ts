import { expect, test } from 'vitest'
import { readHeaders } from './header-block.ts'

test('folded lines are joined, names are in lower case, the first one counts', () => {
  const headers = readHeaders('Subject: one\r\n two\r\nX-Order-Id: 7\r\nx-order-id: 8\r\n\r\nX-Body: no\r\n')
  expect(headers).toEqual({ subject: 'one two', 'x-order-id': '7' })
})

test.each([
  ['=?UTF-8?Q?caf=C3=A9_noir?=', 'café noir'],
  ['=?utf-8?B?8J+TpiBwYXJjZWw=?=', '📦 parcel'],
  ['=?UTF-8?Q?one?= =?UTF-8?Q?two?=', 'onetwo'],
  ['=?no-such-charset?Q?kept?=', '=?no-such-charset?Q?kept?='],
])('an encoded word is read: %s', (coded, text) => {
  expect(readHeaders(`Subject: ${coded}\r\n\r\n`).subject).toBe(text)
})

test('a header may be called like something that objects have', () => {
  expect(readHeaders('constructor: yes\r\nno colon here\r\n')).toEqual({ constructor: 'yes' })
})
