import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MessageType } from '@aos/contracts/messages'
import { removedPerson } from '@aos/contracts/removed-person'
import { topicOf } from '@aos/contracts/topics'
import { readMailboxConfig } from '@aos/simulators/config'
import { startMailbox } from '@aos/simulators/mailbox/mailbox'
import { type TestDatabase, testDatabase } from '@aos/tests/harness/database'
import { freePort } from '@aos/tests/harness/free-port'
import { type SampleEvent, sampleData, sampleEvent } from '@aos/tests/harness/samples'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountAnnouncedTypes } from './account-letters.ts'
import { forgetRecipients } from './emails-table.ts'
import { announcedTypes } from './letters.ts'
import { type RunningNotifications, startNotifications } from './notifications-harness.ts'

let folder: string
let stored: TestDatabase
let mailbox: Awaited<ReturnType<typeof startMailbox>>
let smtpPort: number
let notifications: RunningNotifications

const openMailbox = () =>
  startMailbox(readMailboxConfig({ DATA_DIR: folder, MAILBOX_PORT: '0', SMTP_PORT: String(smtpPort) }))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailbox-'))
  smtpPort = await freePort()
  stored = await testDatabase('notifications')
  mailbox = await openMailbox()
  notifications = await startNotifications({
    databaseUrl: stored.url,
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
  })
})

afterAll(async () => {
  await notifications?.stop()
  await mailbox?.close()
  await stored?.stop()
  await rm(folder, { recursive: true, force: true })
})

const anEmail = (tag = '') => `${randomUUID()}${tag}@example.com`

async function say(type: MessageType, email: string, subject: string = randomUUID()): Promise<SampleEvent> {
  const data = sampleData(type, subject) as { customer?: object }
  const customer = { ...data.customer, name: 'Ada Lovelace', email }
  const event = sampleEvent(type, {
    subject,
    data: { ...data, customer } as unknown as SampleEvent['data'],
  })
  expect(await notifications.receive(topicOf(type), event)).toEqual([true])
  return event
}

const deleteAccount = (accountId: string) =>
  notifications.receive(
    'accounts.events',
    sampleEvent('AccountDeleted', { subject: accountId, data: { accountId } }),
  )

async function mailsTo(email: string): Promise<unknown[]> {
  const answer = await fetch(`${mailbox.url}/ledger`)
  const { messages } = (await answer.json()) as { messages: { to: string[] }[] }
  return messages.filter(({ to }) => to.includes(email))
}

const untilStatus = (id: string, status: string) =>
  expect
    .poll(async () => (await notifications.database.knex('emails').where({ id }).first())?.status, {
      timeout: 20_000,
    })
    .toBe(status)

/** All that is kept about a person, wherever it is. */
const kept = async (email: string): Promise<unknown[]> => {
  const rows = (
    await Promise.all(
      ['emails', 'inbox', 'outbox', 'dead_letters'].map((table) => notifications.database.knex(table)),
    )
  ).flat()
  return rows.filter((row) => {
    const text = JSON.stringify(row)
    return text.includes(email) || text.includes('Ada Lovelace')
  })
}

describe.each([...announcedTypes, ...accountAnnouncedTypes])('%s', (type) => {
  it('is of nobody any more once it was sent, and is not sent again', async () => {
    const email = anEmail()
    const event = await say(type, email)
    await untilStatus(event.id, 'sent')
    expect(await kept(email)).toEqual([])
    await notifications.receive(topicOf(type), event)
    expect(await mailsTo(email)).toHaveLength(1)
    expect(await kept(email)).toEqual([])
  })
})

it('an e-mail that is refused for good is of nobody any more, also where the reason named them', async () => {
  const email = anEmail('+bounce')
  const { id } = await say('OrderRejected', email)
  await untilStatus(id, 'failed')
  expect((await notifications.database.knex('emails').where({ id }).first()).failure).toMatch(/550/)
  expect(await kept(email)).toEqual([])
})

describe('when an account is deleted', () => {
  it('while its e-mails wait for the mail server, they are sent, and then of nobody', async () => {
    const [email, accountId] = [anEmail(), randomUUID()]
    await mailbox.close()
    const waiting = [
      await say('PasswordResetRequested', email, accountId),
      await say('OrderCancelled', email),
    ]
    await deleteAccount(accountId)
    expect(await kept(email)).toHaveLength(2)
    mailbox = await openMailbox()
    for (const { id } of waiting) await untilStatus(id, 'sent')
    expect(await mailsTo(email)).toHaveLength(2)
    expect(await kept(email)).toEqual([])
  })

  it('what comes later about its parcel still reaches the customer, and is of nobody then', async () => {
    const [email, orderId, accountId] = [anEmail(), randomUUID(), randomUUID()]
    await say('OrderApproved', email, orderId)
    await deleteAccount(accountId)
    const { id } = await say('ShipmentDelivered', email, orderId)
    await untilStatus(id, 'sent')
    expect(await mailsTo(email)).toHaveLength(2)
    await expect.poll(() => kept(email), { timeout: 20_000 }).toEqual([])
  })
})

it('what is told again of a parcel that is of nobody any more does not keep the customer from hearing it', async () => {
  const [email, orderId] = [anEmail(), randomUUID()]
  const again = await say('ShipmentDelivered', removedPerson.email, orderId)
  expect(await notifications.database.knex('emails').where({ id: again.id })).toEqual([])
  const { id } = await say('ShipmentDelivered', email, orderId)
  await untilStatus(id, 'sent')
  expect(await mailsTo(removedPerson.email)).toEqual([])
})

it('whom older versions wrote to is forgotten too, but not whom is still to be written to', async () => {
  const email = anEmail()
  const row = (given: object) => ({
    id: randomUUID(),
    subject_id: randomUUID(),
    sequence: 1,
    kind: 'OrderApproved',
    recipient: email,
    data: { customer: { name: 'Ada Lovelace', email } },
    ...given,
  })
  const queued = row({ next_attempt_at: new Date(Date.now() + 3_600_000) })
  const sent = row({ status: 'sent', sent_at: new Date() })
  const failed = row({ status: 'failed', failure: `550 <${email}>: no such mailbox` })
  await notifications.database.knex('emails').insert([queued, sent, failed])
  await forgetRecipients(notifications.database, 10_000)
  expect(await kept(email)).toMatchObject([{ id: queued.id, recipient: email }])
  expect(await notifications.database.knex('emails').where({ id: failed.id }).first()).toMatchObject({
    failure: '550 <…>: no such mailbox',
  })
  expect(await forgetRecipients(notifications.database, 10_000)).toBe(0)
})
