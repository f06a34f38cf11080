import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MessageType } from '@aos/contracts/messages'
import { topicOf } from '@aos/contracts/topics'
import { readMailboxConfig } from '@aos/simulators/config'
import { startMailbox } from '@aos/simulators/mailbox/mailbox'
import { type TestDatabase, testDatabase } from '@aos/tests/harness/database'
import { freePort } from '@aos/tests/harness/free-port'
import { type SampleEvent, sampleData, sampleEvent } from '@aos/tests/harness/samples'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Announced, announcedTypes } from './letters.ts'
import { type RunningNotifications, startNotifications } from './notifications-harness.ts'

let folder: string
let stored: TestDatabase
let mailbox: Awaited<ReturnType<typeof startMailbox>>
let smtpPort: number
let notifications: RunningNotifications

const openMailbox = async (port: number) =>
  startMailbox(readMailboxConfig({ DATA_DIR: folder, MAILBOX_PORT: '0', SMTP_PORT: String(port) }))

const start = () => startNotifications({ databaseUrl: stored.url, smtpUrl: `smtp://127.0.0.1:${smtpPort}` })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailbox-'))
  smtpPort = await freePort()
  stored = await testDatabase('notifications')
  mailbox = await openMailbox(smtpPort)
  notifications = await start()
})

afterAll(async () => {
  await notifications?.stop()
  await mailbox?.close()
  await stored?.stop()
  await rm(folder, { recursive: true, force: true })
})

interface Mail {
  id: string
  messageId: string
  from: string
  to: string[]
  subject: string
  headers: Record<string, string>
}

async function mailsFor(orderId: string): Promise<Mail[]> {
  const { messages } = (await (await fetch(`${mailbox.url}/ledger`)).json()) as { messages: Mail[] }
  return messages.filter(({ headers }) => headers['x-order-id'] === orderId)
}

function announcement(type: MessageType, orderId: string, tag = ''): SampleEvent {
  const data = sampleData(type, orderId) as { customer?: object }
  const customer = { ...data.customer, email: `ada${tag}@example.com` }
  return sampleEvent(type, {
    subject: orderId,
    data: { ...data, customer } as unknown as SampleEvent['data'],
  })
}

async function announce(type: Announced, tag?: string) {
  const orderId = randomUUID()
  const event = announcement(type, orderId, tag)
  await notifications.receive(topicOf(type), event)
  return { orderId, event }
}

const untilMailed = (orderId: string, count = 1) =>
  expect.poll(async () => (await mailsFor(orderId)).length, { timeout: 20_000 }).toBe(count)

const untilSaid = (orderId: string, count = 1) =>
  expect.poll(() => notifications.saidAbout(orderId).length, { timeout: 20_000 }).toBe(count)

const emailRow = async (id: string) => notifications.database.knex('emails').where({ id }).first()

describe.each(announcedTypes)('%s', (type) => {
  it('reaches the customer once, as an e-mail that names what it is about', async () => {
    const { orderId, event } = await announce(type)
    await notifications.receive(topicOf(type), event, event)
    await untilSaid(orderId)

    const [mail, ...others] = await mailsFor(orderId)
    expect(others).toEqual([])
    const messageId = `<${event.id}@store.example>`
    expect(mail).toMatchObject({ messageId, to: ['ada@example.com'], headers: { 'x-about': type } })
    expect(notifications.saidAbout(orderId)).toMatchObject([
      { type: 'CustomerNotified', sequence: 1, data: { orderId, about: type, messageId } },
    ])
  })
})

it('an e-mail has text and HTML in a well-formed MIME message', async () => {
  const { orderId } = await announce('OrderApproved')
  await untilMailed(orderId)
  const [mail] = await mailsFor(orderId)
  const opened = (await (await fetch(`${mailbox.url}/messages/${mail?.id}`)).json()) as Record<string, string>
  expect(opened.text).toContain('2 × Kettle, €39.00 each: €78.00')
  expect(opened.html).toContain('2 × Kettle')
  expect(opened.html).toContain('€39.00 each')
  const source = await (await fetch(`${mailbox.url}/mail/${mail?.id}/source`)).text()
  expect(source).toMatch(/^Content-Type: multipart\/alternative;/m)
  expect(source).toMatch(/^From: Awesome Online Store <orders@store.example>\r?$/m)
  expect(source).toMatch(/^Date: /m)
})

describe('the language', () => {
  const about = async (language: string | undefined) => {
    const orderId = randomUUID()
    const event = announcement('OrderRejected', orderId)
    const data = event.data as { customer: object }
    const customer = { ...data.customer, ...(language && { language }) }
    const queued = { ...event, data: { ...data, customer } }
    expect(await notifications.receive('orders.events', queued)).toEqual([true])
    await untilMailed(orderId)
    const [mail] = await mailsFor(orderId)
    const opened = await fetch(`${mailbox.url}/messages/${mail?.id}`)
    const { text = '', html = '' } = (await opened.json()) as Record<string, string>
    const source = await (await fetch(`${mailbox.url}/mail/${mail?.id}/source`)).text()
    const header = /^Content-Language: (\w+)\r?$/m.exec(source)?.[1]
    return { subject: mail?.subject, header, text, html }
  }

  it('of the customer is that of the e-mail', async () => {
    const { text, html, ...mail } = await about('de')
    expect(mail).toEqual({ subject: 'Wir konnten Ihre Bestellung nicht annehmen', header: 'de' })
    expect(text).toContain('Guten Tag Ada Example!')
    expect(text).toContain('2 × Kettle, je 39,00\u00a0€: 78,00\u00a0€')
    expect(html).toContain('<html lang="de"')
  })

  it.each([undefined, 'fr'])('is English where it is %s', async (language) => {
    const { text, html, ...mail } = await about(language)
    expect(mail).toEqual({ subject: 'We could not complete your order', header: 'en' })
    expect(text).toContain('2 × Kettle, €39.00 each: €78.00')
    expect(html).toContain('<html lang="en"')
  })
})

it('two e-mails about one order are numbered', async () => {
  const orderId = randomUUID()
  await notifications.receive('orders.events', announcement('OrderApproved', orderId))
  await notifications.receive(
    'shipments.events',
    announcement('ShipmentBooked', orderId),
    announcement('ShipmentDispatched', orderId),
    announcement('ShipmentDelivered', orderId),
  )
  await untilSaid(orderId, 3)
  const said = notifications.saidAbout(orderId)
  expect(said.map(({ sequence }) => sequence).sort()).toEqual([1, 2, 3])
})

describe('an e-mail about an account', () => {
  const mailsTo = async (email: string): Promise<Mail[]> => {
    const { messages } = (await (await fetch(`${mailbox.url}/ledger`)).json()) as { messages: Mail[] }
    return messages.filter(({ to }) => to.includes(email))
  }
  const ask = async (type: 'EmailVerificationRequested' | 'PasswordResetRequested', email: string) => {
    const accountId = randomUUID()
    const data = { ...sampleData(type, accountId), customer: { name: 'Ada', email } }
    const event = sampleEvent(type, { subject: accountId, data })
    expect(await notifications.receive('accounts.events', event)).toEqual([true])
    return event
  }
  const untilMailedTo = (email: string, count: number) =>
    expect.poll(async () => (await mailsTo(email)).length, { timeout: 20_000 }).toBe(count)

  it.each(['EmailVerificationRequested', 'PasswordResetRequested'] as const)('%s is sent', async (type) => {
    const email = `${randomUUID()}@example.com`
    const { id } = await ask(type, email)
    await untilMailedTo(email, 1)
    expect((await mailsTo(email))[0]).toMatchObject({
      messageId: `<${id}@store.example>`,
      headers: { 'x-about': type },
    })
    expect((await mailsTo(email))[0]?.headers).not.toHaveProperty('x-order-id')
    await expect.poll(async () => (await emailRow(id))?.status, { timeout: 20_000 }).toBe('sent')
    // What opens an account stays nowhere.
    expect((await emailRow(id))?.data).not.toHaveProperty('token')
  })

  it('is sent as often as it is asked for', async () => {
    const email = `${randomUUID()}@example.com`
    await ask('PasswordResetRequested', email)
    await ask('PasswordResetRequested', email)
    await untilMailedTo(email, 2)
  })
})

it('a batch of a hundred is sent once each', async () => {
  const events = Array.from({ length: 100 }, () => announcement('OrderApproved', randomUUID()))
  await notifications.receive('orders.events', ...events)
  for (const { subject } of events) await untilSaid(subject)
  for (const { subject } of events) expect(await mailsFor(subject)).toHaveLength(1)
})

describe('what was said before', () => {
  it('is mailed once, also when it is said again in another message, together or later', async () => {
    const orderId = randomUUID()
    const again = () => announcement('ShipmentDelivered', orderId)
    await notifications.receive(
      'shipments.events',
      again(),
      again(),
      announcement('ShipmentDispatched', orderId),
    )
    await untilMailed(orderId, 2)
    await notifications.receive('shipments.events', again())
    await notifications.receive('orders.events', announcement('OrderApproved', orderId))
    await untilMailed(orderId, 3)
    const mails = await mailsFor(orderId)
    expect(mails.map(({ headers }) => headers['x-about']).sort()).toEqual([
      'OrderApproved',
      'ShipmentDelivered',
      'ShipmentDispatched',
    ])
  })
})

describe('a mail server', () => {
  it('that puts off is asked again until it takes the e-mail', async () => {
    const { orderId, event } = await announce('OrderApproved', '+greylist')
    await untilSaid(orderId)
    expect(await mailsFor(orderId)).toHaveLength(1)
    expect(await emailRow(event.id)).toMatchObject({ status: 'sent', attempts: 3 })
  })

  it('that refuses for good is not asked again, and nothing is claimed', async () => {
    const { orderId, event } = await announce('OrderRejected', '+bounce')
    await expect.poll(async () => (await emailRow(event.id))?.status).toBe('failed')
    const row = await emailRow(event.id)
    expect(row).toMatchObject({ attempts: 1, next_attempt_at: null })
    expect(row.failure).toContain('550')
    expect(notifications.saidAbout(orderId)).toEqual([])
  })

  it('whose answer was lost gets the same e-mail again, with the same id', async () => {
    const { orderId } = await announce('OrderCancelled', '+drop')
    await untilSaid(orderId)
    const ids = new Set((await mailsFor(orderId)).map(({ messageId }) => messageId))
    expect(await mailsFor(orderId)).toHaveLength(2)
    expect(ids.size).toBe(1)
  })

  it('that was away gets what waited, also from a process that started meanwhile', async () => {
    await mailbox.close()
    const { orderId } = await announce('ShipmentDispatched')
    await notifications.stop()
    notifications = await start()
    mailbox = await openMailbox(smtpPort)
    await untilSaid(orderId)
    expect(await mailsFor(orderId)).toHaveLength(1)
  })
})
