import { createTransport, type SendMailOptions } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readMailboxConfig } from '../config.ts'
import { dataDir } from '../testing/data-dir.ts'
import { jsonOf } from '../testing/json.ts'
import { startMailbox } from './mailbox.ts'

vi.setConfig({ testTimeout: 30_000 })

async function aMailbox(folder: string) {
  const config = readMailboxConfig({ DATA_DIR: folder, MAILBOX_PORT: '0', SMTP_PORT: '0' })
  const running = await startMailbox(config)
  const transport = createTransport({ host: '127.0.0.1', port: running.smtpPort, ignoreTLS: true })
  const json = (path: string) => jsonOf(fetch(running.url + path))
  return { ...running, send: (mail: SendMailOptions) => transport.sendMail(mail), json }
}

const aMail = (overrides: SendMailOptions = {}): SendMailOptions => ({
  from: 'Awesome Online Store <store@example.com>',
  to: 'ada@example.com',
  subject: 'Your order was approved',
  text: 'Thank you.',
  html: '<p>Thank you.</p><script>alert(1)</script>',
  headers: { 'X-Order-Id': 'order-1' },
  ...overrides,
})

let mailbox: Awaited<ReturnType<typeof aMailbox>>
let close: () => Promise<void>

beforeAll(async () => {
  const dir = await dataDir()
  mailbox = await aMailbox(dir.path)
  close = async () => {
    await mailbox.close()
    await dir[Symbol.asyncDispose]()
  }
})
afterAll(() => close())

const mailsTo = async (to: string) => (await mailbox.json(`/messages?to=${encodeURIComponent(to)}`)).messages

describe('a mail', () => {
  test('is kept with its order, and found by recipient and subject', async () => {
    const subject =
      'Ihre Bestellung ist unterwegs – größer als gedacht, mit einem langen Betreff, der umbrochen wird'
    const { messageId, response } = await mailbox.send(aMail({ to: 'Grace <grace@example.com>', subject }))
    expect(response).toContain('250')
    const [mail] = await mailsTo('grace@')
    expect(mail).toMatchObject({
      messageId,
      subject,
      from: 'store@example.com',
      to: ['grace@example.com'],
      headers: { 'x-order-id': 'order-1' },
    })
    const path = `/messages?subject=${encodeURIComponent('GRÖSSER')}&limit=5`
    expect((await mailbox.json(path)).messages).toEqual([])
    expect((await mailbox.json('/messages?subject=unterwegs')).messages).toEqual([mail])
    expect(await mailbox.json(`/messages/${mail.id}`)).toMatchObject({ text: 'Thank you.', subject })
  })

  test('that comes twice is shown twice, the newest first', async () => {
    for (const text of ['first', 'second']) {
      await mailbox.send(aMail({ to: 'twice@example.com', messageId: '<same@example.com>', text }))
    }
    const mails = await mailsTo('twice@example.com')
    expect(mails.map((mail: { messageId: string }) => mail.messageId)).toEqual([
      '<same@example.com>',
      '<same@example.com>',
    ])
    expect((await mailbox.json(`/messages/${mails[0].id}`)).text.trim()).toBe('second')
  })

  test('is in the ledger in a compact form', async () => {
    const { messageId } = await mailbox.send(aMail({ to: 'ledger@example.com' }))
    const { messages } = await mailbox.json('/ledger')
    expect(messages.at(-1)).toEqual({
      id: expect.any(String),
      messageId,
      to: ['ledger@example.com'],
      subject: 'Your order was approved',
      headers: { 'x-order-id': 'order-1' },
      receivedAt: expect.any(String),
    })
  })

  test('is shown on a page, its HTML in a frame where nothing runs', async () => {
    await mailbox.send(aMail({ to: 'reader@example.com', subject: '<i>Subject</i>' }))
    const [{ id }] = await mailsTo('reader@')
    const list = await (await fetch(`${mailbox.url}/?q=reader`)).text()
    expect(list).toContain('&lt;i&gt;Subject&lt;/i&gt;')
    const page = await (await fetch(`${mailbox.url}/mail/${id}`)).text()
    expect(page).toContain('sandbox="allow-popups')
    expect(page).not.toContain('<script>')
    const frame = await fetch(`${mailbox.url}/mail/${id}/html`)
    expect(frame.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await frame.text()).toContain('<p>Thank you.</p>')
    const source = await fetch(`${mailbox.url}/mail/${id}/source`)
    expect(source.headers.get('content-type')).toContain('text/plain')
    expect(await source.text()).toContain('Subject: <i>Subject</i>')
    expect((await fetch(`${mailbox.url}/mail/none`)).status).toBe(404)
  })
})

describe('a special recipient', () => {
  test('bounces for good', async () => {
    const sent = mailbox.send(aMail({ to: 'ada+bounce@example.com' }))
    await expect(sent).rejects.toMatchObject({ responseCode: 550 })
    expect(await mailsTo('ada+bounce@example.com')).toEqual([])
  })

  test('is greylisted twice, then takes the mail', async () => {
    const send = () => mailbox.send(aMail({ to: 'ada+greylist@example.com' }))
    for (const _ of [1, 2]) await expect(send()).rejects.toMatchObject({ responseCode: 451 })
    await send()
    expect(await mailsTo('ada+greylist@example.com')).toHaveLength(1)
  })

  test('drops the connection after keeping the mail, so that it comes twice', async () => {
    const send = () => mailbox.send(aMail({ to: 'ada+drop@example.com' }))
    await expect(send()).rejects.toThrow()
    await send()
    expect(await mailsTo('ada+drop@example.com')).toHaveLength(2)
  })
})

test('what was accepted is there after a restart, byte for byte', async () => {
  await using dir = await dataDir()
  const raw = Buffer.from('Subject: raw\r\nX-Order-Id: 9\r\n\r\nBytes: \xff\xfe caf\xe9\r\n', 'latin1')
  const before = await aMailbox(dir.path)
  await before.send({ envelope: { from: 'store@example.com', to: 'ada@example.com' }, raw })
  await before.close()

  const after = await aMailbox(dir.path)
  const { messages } = await after.json('/ledger')
  expect(messages).toMatchObject([{ subject: 'raw', headers: { 'x-order-id': '9' } }])
  const source = await (await fetch(`${after.url}/mail/${messages[0].id}/source`)).arrayBuffer()
  expect(Buffer.from(source)).toEqual(raw)
  await after.close()
})

test('two hundred mails over one connection pool are all kept', async () => {
  await using dir = await dataDir()
  const many = await aMailbox(dir.path)
  const pool = createTransport({ host: '127.0.0.1', port: many.smtpPort, pool: true, maxConnections: 4 })
  const recipients = Array.from({ length: 200 }, (_, n) => `ada${n}@example.com`)
  await Promise.all(recipients.map((to) => pool.sendMail(aMail({ to }))))
  pool.close()
  expect((await many.json('/ledger')).messages).toHaveLength(200)
  await many.close()
})
