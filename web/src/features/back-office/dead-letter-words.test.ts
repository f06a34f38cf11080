import type { DeadLetter } from '@aos/contracts/dead-letters'
import { describe, expect, it } from 'vitest'
import {
  asideText,
  inOrder,
  messageName,
  messageText,
  openText,
  orderOf,
  ordersIn,
  outcomeText,
  triesText,
} from './dead-letter-words.ts'

const id = '0199aaaa-0000-7000-8000-000000000001'

const aLetter = (given: Partial<DeadLetter> = {}): DeadLetter => ({
  id,
  service: 'stock',
  topic: 'stock.commands',
  subject: id,
  reason: 'there is no such thing',
  event: '{"type":"ReserveItems","data":{}}',
  characters: 33,
  redrivable: true,
  keptAt: '2026-01-02T00:00:00Z',
  redrives: 0,
  ...given,
})

describe('a dead letter', () => {
  it.each([
    ['an order', 'stock.commands', id, id],
    ['an account', 'accounts.events', id, undefined],
    ['nothing that is known', 'stock.commands', 'unknown', undefined],
  ])('about %s links to an order only then', (_, topic, subject, order) => {
    expect(orderOf({ topic, subject })).toBe(order)
  })

  it('is called what its message calls itself', () => {
    expect(messageName(aLetter())).toBe('ReserveItems')
    for (const event of ['"pack my box"', 'null', '{"a":1}', '{"type":"Res', '{"type":{"toString":null}}'])
      expect(messageName({ event })).toBe('A message of unknown type')
  })

  it('is called so as well where its message is cut off', () => {
    const beginning = '{"specversion":"1.0","type":"ReserveItems","data":{"note":"long long lon'
    expect(messageName({ event: `${beginning}… (the first of 900000 characters)` })).toBe('ReserveItems')
    expect(messageName({ event: '{"data":{"type":"card","n' })).toBe('A message of unknown type')
  })

  it('shows its message laid out, or as much as there is of it', () => {
    expect(messageText(aLetter())).toBe('{\n  "type": "ReserveItems",\n  "data": {}\n}')
    expect(messageText({ event: '{"type":"Res', characters: 900 })).toBe('{"type":"Res… (of 900 characters)')
    expect(messageText({ event: '"abc… (the first of 9', characters: 21 })).toBe('"abc… (the first of 9')
  })

  it('says what another try came to', () => {
    expect(outcomeText(aLetter({ redrivenAt: '2026-01-03T00:00:00Z' }))).toBe(
      'Accepted: stock has handled it.',
    )
    expect(outcomeText(aLetter())).toBe('Refused again by stock. There is no such thing.')
  })

  it.each([
    [0, 'Not tried again yet.'],
    [1, 'Tried again once.'],
    [2, 'Tried again 2 times.'],
  ])('tried again %i times says so', (redrives, text) => {
    expect(triesText(redrives)).toBe(text)
  })
})

it('says what setting it aside came to, also where somebody was faster', () => {
  const setAside = { at: '2026-01-08T01:00:00Z', by: 'ada@staff.example.com', note: 'known' }
  expect(asideText(aLetter({ setAside }), ' known ')).toBe('Set aside by ada@staff.example.com.')
  expect(asideText(aLetter({ setAside }), 'mine')).toBe(
    'ada@staff.example.com had set it aside already: Known.',
  )
  expect(asideText(aLetter({ redrivenAt: '2026-01-03T00:00:00Z' }), 'mine')).toBe(
    'It was accepted in the meantime.',
  )
})

it('letters that are open come first, the newest first', () => {
  const accepted = aLetter({ keptAt: '2026-01-09T00:00:00Z', redrivenAt: '2026-01-09T01:00:00Z' })
  const older = aLetter({ keptAt: '2026-01-01T00:00:00Z', service: 'orders' })
  const newer = aLetter()
  const aside = aLetter({
    keptAt: '2026-01-08T00:00:00Z',
    setAside: { at: '2026-01-08T01:00:00Z', by: 'ada@staff.example.com', note: 'known' },
  })
  expect(inOrder([accepted, older, aside, newer])).toEqual([newer, older, accepted, aside])
})

it('orders that letters are about are told from accounts and from what is settled', () => {
  const [order, account, settled] = [id, id.replace(/1$/, '2'), id.replace(/1$/, '3')]
  const letters = [
    aLetter({ subject: order }),
    aLetter({ subject: order, service: 'payments' }),
    aLetter({ subject: account, topic: 'accounts.events' }),
    aLetter({ subject: settled, redrivenAt: '2026-01-03T00:00:00Z' }),
  ]
  expect([...ordersIn(letters)]).toEqual([order])
})

it('one letter is one', () => {
  expect(openText(1)).toBe('1 message was refused and waits')
  expect(openText(2)).toBe('2 messages were refused and wait')
})
