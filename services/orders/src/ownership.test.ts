import type { Actor } from '@aos/contracts/actor'
import { describe, expect, it } from 'vitest'
import { mayHandle, NOBODY } from './ownership.ts'

const id = (n: number) => `0000000${n}-0000-4000-8000-000000000000`
const guest: Actor = { subject: `guest:${id(1)}`, roles: [] }
const stranger: Actor = { subject: `guest:${id(2)}`, roles: [] }
const ada: Actor = { subject: `account:${id(3)}`, roles: ['shopper'] }
const bob: Actor = { subject: `account:${id(4)}`, roles: ['shopper'] }
const staff: Actor = { subject: `account:${id(5)}`, roles: ['shopper', 'staff'] }

describe.each([
  ["a guest's order", guest.subject, { guest: 'yes', stranger: 'yes', ada: 'yes', bob: 'yes', staff: 'yes' }],
  [
    'an order from before',
    undefined,
    { guest: 'yes', stranger: 'yes', ada: 'yes', bob: 'yes', staff: 'yes' },
  ],
  [
    "an account's order",
    ada.subject,
    { guest: 'sign-in', stranger: 'sign-in', ada: 'yes', bob: 'no', staff: 'yes' },
  ],
  ["a deleted account's order", NOBODY, { guest: 'no', stranger: 'no', ada: 'no', bob: 'no', staff: 'yes' }],
] as const)('%s', (_, owner, expected) => {
  const actors = { guest, stranger, ada, bob, staff }
  it.each(Object.keys(actors) as (keyof typeof actors)[])('to %s', (who) => {
    expect(mayHandle(owner, actors[who])).toBe(expected[who])
  })
})
