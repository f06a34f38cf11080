import { type MessageType, messages, subjectOf } from '@aos/contracts/messages'
import { sampleData } from '@aos/tests/harness/samples'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byHandler, ignored } from './inbox.ts'

type Messages = Parameters<typeof byHandler>[0]
type Handlers = Parameters<typeof byHandler>[1]

const handle = () => async () => []
const payment = handle()
const handlers: Handlers = {
  ItemsReserved: handle(),
  PaymentSucceeded: payment,
  PaymentFailed: payment,
  ItemsPicked: ignored('because this is a test'),
}

const order = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

const batch = (...kinds: [MessageType, number][]): Messages =>
  kinds.map(([type, n], i) => ({ id: String(i), type, data: sampleData(type, order(n)) })) as Messages

const idsIn = (groups: ReturnType<typeof byHandler>) =>
  groups.map(({ messages }) => messages.map(({ id }) => id))

describe('byHandler', () => {
  it('one group for each handler, when orders are different', () => {
    const messages = batch(
      ['ItemsReserved', 1],
      ['PaymentSucceeded', 2],
      ['ItemsReserved', 3],
      ['PaymentFailed', 4],
    )
    expect(idsIn(byHandler(messages, handlers))).toEqual([
      ['0', '2'],
      ['1', '3'],
    ])
  })

  it('another group, when an order would be handled out of order', () => {
    const messages = batch(
      ['ItemsReserved', 1],
      ['PaymentSucceeded', 1],
      ['ItemsReserved', 1],
      ['ItemsReserved', 2],
    )
    expect(idsIn(byHandler(messages, handlers))).toEqual([['0'], ['1'], ['2', '3']])
  })

  it('leaves out what is ignored', () => {
    expect(idsIn(byHandler(batch(['ItemsPicked', 1], ['ItemsReserved', 1]), handlers))).toEqual([['1']])
  })

  it('a message without a handler is a fault', () => {
    expect(() => byHandler(batch(['ReserveItems', 1]), handlers)).toThrow('no subscription for ReserveItems')
  })

  it('keeps every message once, with its handler, in the order of its order', () => {
    const kinds = fc.constantFrom<MessageType>('ItemsReserved', 'PaymentSucceeded', 'PaymentFailed')
    const some = fc.array(fc.tuple(kinds, fc.integer({ min: 1, max: 4 })), { maxLength: 40 })
    fc.assert(
      fc.property(some, (kindsAndOrders) => {
        const messages = batch(...kindsAndOrders)
        const groups = byHandler(messages, handlers)
        const flat = groups.flatMap((group) => group.messages)
        for (const group of groups)
          for (const { type } of group.messages) expect(group.handler).toBe(handlers[type])
        for (const n of [1, 2, 3, 4]) {
          const ofOrder = (all: Messages) => all.filter(({ data }) => subjectOf(data) === order(n))
          expect(ofOrder(flat)).toEqual(ofOrder(messages))
        }
        expect(flat).toHaveLength(messages.length)
      }),
    )
  })
})

it('samples exist for every message', () => {
  for (const type of Object.keys(messages) as MessageType[])
    expect(messages[type].data.safeParse(sampleData(type)).success, type).toBe(true)
})
