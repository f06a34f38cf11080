import type { Actor } from '@aos/contracts/actor'
import { type TestDatabase, testDatabase } from '@aos/tests/harness/database'
import { sampleEvent } from '@aos/tests/harness/samples'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Database, statement } from './database.ts'
import { countLetters, deleteLetters, selectLetters } from './dead-letters-table.ts'
import { AppError } from './errors.ts'
import { type Handler, Inbox, ignored, type Subscriptions } from './inbox.ts'
import { createLogger } from './logger.ts'
import { Outbox } from './outbox.ts'
import { redriveLetter, setLetterAside } from './settle-letter.ts'

const staff: Actor = {
  subject: 'account:00000000-0000-4000-8000-000000000001',
  roles: ['staff'],
  email: 'ada@staff.example.com',
}
const broken = () => new AppError('unprocessable', 'a-bug', 'a fault of ours')

let place: TestDatabase
let database: Database
let inbox: Inbox
/** What the handler does instead of its work: the fault that is to be mended. */
let fault: (() => Error) | undefined

const note = statement('note-effect', 'INSERT INTO effects (id) SELECT unnest($1::uuid[])')
const handle: Handler<'ReserveItems'> = async (tx, messages) => {
  await tx.run(note, [messages.map(({ id }) => id)])
  if (fault) throw fault()
  return []
}

beforeAll(async () => {
  place = await testDatabase('chassis')
  database = new Database({ DATABASE_URL: place.url, DATABASE_CONNECTIONS: 4 })
  await database.knex.raw('CREATE TABLE effects (id uuid)')
  const because = ignored('because this test is about ReserveItems')
  const subscriptions: Subscriptions<'stock'> = {
    ReserveItems: handle,
    OrderApproved: because,
    OrderRejected: because,
    OrderCancelled: because,
  }
  const outbox = new Outbox('stock', { push: () => {} })
  inbox = new Inbox('stock', subscriptions, { database, outbox, logger: createLogger('stock', 'fatal') })
})
afterAll(async () => {
  await database.close()
  await place.stop()
})
beforeEach(async () => {
  fault = undefined
  await database.knex.raw('TRUNCATE dead_letters, outbox, effects')
})

const receive = (...events: unknown[]) => inbox.receive('stock.commands', events)
const redrive = (id: string, by = staff) => redriveLetter({ database, inbox }, id, by)
const letters = () => database.transaction((tx) => selectLetters(tx, { limit: 100, offset: 0 }))
const effects = async () => (await database.knex('effects')).map(({ id }: { id: string }) => id)

async function refuse(event: unknown = sampleEvent('ReserveItems')) {
  fault = broken
  expect(await receive(event)).toEqual([true])
  fault = undefined
  const [letter] = await letters()
  if (!letter) throw new Error('there is no letter')
  return letter
}

describe('a message that can never be accepted', () => {
  it('is kept in the database and for the topic, under one id', async () => {
    const event = sampleEvent('ReserveItems')
    const letter = await refuse(event)
    expect(letter).toMatchObject({
      topic: 'stock.commands',
      subject: event.subject,
      reason: 'a fault of ours',
      event: JSON.stringify(event),
      isWhole: true,
      redrives: 0,
      redrivenAt: null,
    })
    const [row] = await database.knex('outbox')
    expect(row).toMatchObject({ id: letter.id, topic: 'stock.dead-letters', key: event.subject })
    expect(JSON.parse(row.event)).toMatchObject({ id: letter.id, data: { event, reason: 'a fault of ours' } })
  })

  it('that says what PostgreSQL cannot keep holds up nobody', async () => {
    const poison = {
      ...sampleEvent('ReserveItems'),
      type: `Make${'\0'}Tea`,
      subject: `a${'\0'}${'b'.repeat(999)}`,
    }
    expect(await receive(poison)).toEqual([true])
    const [letter] = await letters()
    expect(letter?.subject).toMatch(/^a\uFFFDb{198}$/)
    expect(letter?.reason).toBe('unknown message type Make\uFFFDTea')
    expect(JSON.parse(letter?.event ?? '')).toEqual(poison)
  })

  it('is kept no longer than on the topic', async () => {
    await refuse()
    await deleteLetters(database, 60_000)
    expect(await letters()).toHaveLength(1)
    await database.knex('dead_letters').update({ kept_at: new Date(Date.now() - 61_000) })
    await deleteLetters(database, 60_000)
    expect(await letters()).toEqual([])
  })
})

describe('redriving a letter', () => {
  it('once the fault is mended: it is handled, and the letter closed', async () => {
    const event = sampleEvent('ReserveItems')
    const { id } = await refuse(event)
    expect(await redrive(id)).toMatchObject({
      redrives: 1,
      redrivenAt: expect.any(Date),
      redrivenBy: 'ada@staff.example.com',
    })
    expect(await effects()).toEqual([event.id])
    expect(await receive(event)).toEqual([true])
    expect(await effects()).toEqual([event.id])
  })

  it('of a message that is refused again: the letter stays open with the latest reason, and has no copy', async () => {
    const { id } = await refuse()
    fault = () => new AppError('unprocessable', 'another', 'another fault')
    for (const redrives of [1, 2])
      expect(await redrive(id)).toMatchObject({ redrives, reason: 'another fault', redrivenAt: null })
    expect(await letters()).toHaveLength(1)
    expect(await database.knex('outbox')).toHaveLength(1)
    expect(await effects()).toEqual([])
  })

  it('of what is no message of ours is refused with the reason', async () => {
    const { id } = await refuse('pack my box')
    const letter = await redrive(id)
    expect(letter).toMatchObject({ event: '"pack my box"', redrives: 1, redrivenAt: null })
    expect(letter.reason).toContain('not a CloudEvent of ours')
  })

  it('of what was handled in the meantime has no second effect', async () => {
    const event = sampleEvent('ReserveItems')
    const { id } = await refuse(event)
    await receive(event)
    expect(await redrive(id)).toMatchObject({ redrivenAt: expect.any(Date) })
    expect(await effects()).toEqual([event.id])
  })

  it('by several at once has one effect, and is the work of one of them', async () => {
    const event = sampleEvent('ReserveItems')
    const { id } = await refuse(event)
    const others = ['a', 'b', 'c', 'd'].map((name) => ({ ...staff, email: `${name}@staff.example.com` }))
    const answers = await Promise.all(others.map((by) => redrive(id, by)))
    expect(new Set(answers.map(({ redrivenBy }) => redrivenBy)).size).toBe(1)
    expect(answers.map(({ redrives }) => redrives)).toEqual([1, 1, 1, 1])
    expect(await effects()).toEqual([event.id])
  })

  it('that may succeed later is unavailable, and leaves the letter as it was', async () => {
    const before = await refuse()
    fault = () => new Error('out of memory')
    await expect(redrive(before.id)).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await letters()).toEqual([before])
  })

  it('of what was too long to be kept whole is refused', async () => {
    const letter = await refuse('"'.repeat(1_000_000))
    expect(letter.isWhole).toBe(false)
    await expect(redrive(letter.id)).rejects.toMatchObject({ code: 'letter-cut-off' })
  })

  it('of a long message hands over all of it', async () => {
    const event = { ...sampleEvent('ReserveItems'), more: 'x'.repeat(200_000) }
    const letter = await refuse(event)
    expect(letter.event.length).toBeLessThan(letter.characters)
    expect(await redrive(letter.id)).toMatchObject({ redrivenAt: expect.any(Date) })
    expect(await effects()).toEqual([event.id])
  })

  it('that does not exist: there is no such letter', async () => {
    await expect(redrive('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('while the database is away is unavailable', async () => {
    const away = new Database({ DATABASE_URL: 'postgres://127.0.0.1:1/none', DATABASE_CONNECTIONS: 2 })
    const redriven = redriveLetter({ database: away, inbox }, '00000000-0000-4000-8000-000000000000', staff)
    await expect(redriven).rejects.toMatchObject({ kind: 'unavailable' })
    await away.close()
  })
})

describe('a letter that is set aside', () => {
  const set = (id: string, by = staff) =>
    setLetterAside(database, id, { note: `nothing to do, says ${by.email}`, actor: by })

  it('is open no longer, and says who decided so, and why', async () => {
    const { id } = await refuse()
    expect(await set(id)).toMatchObject({
      setAsideAt: expect.any(Date),
      setAsideBy: 'ada@staff.example.com',
      setAsideNote: 'nothing to do, says ada@staff.example.com',
      redrivenAt: null,
    })
    expect(await database.transaction(countLetters)).toEqual({ total: 1, open: 0 })
  })

  it('by two stays as the first one left it', async () => {
    const { id } = await refuse()
    const first = await set(id)
    expect(await set(id, { ...staff, email: 'grace@staff.example.com' })).toEqual(first)
  })

  it('may be tried again: accepted it is settled, refused again it stays aside', async () => {
    const { id } = await refuse()
    await set(id)
    fault = broken
    expect(await redrive(id)).toMatchObject({ redrives: 1, setAsideAt: expect.any(Date), redrivenAt: null })
    fault = undefined
    expect(await redrive(id)).toMatchObject({ redrives: 2, redrivenAt: expect.any(Date) })
    expect(await effects()).toHaveLength(1)
  })

  it('after it was accepted is none', async () => {
    const { id } = await refuse()
    const accepted = await redrive(id)
    expect(await set(id)).toEqual(accepted)
  })

  it('that does not exist: there is no such letter', async () => {
    await expect(set('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ kind: 'not-found' })
  })
})

it('open letters come first, the newest first', async () => {
  const first = await refuse()
  await redrive(first.id)
  const second = await refuse()
  const third = await refuse()
  const fourth = await refuse()
  await setLetterAside(database, fourth.id, { note: 'known', actor: staff })
  expect((await letters()).map(({ id }) => id)).toEqual([third.id, second.id, fourth.id, first.id])
  expect(await database.transaction(countLetters)).toEqual({ total: 4, open: 2 })
})
