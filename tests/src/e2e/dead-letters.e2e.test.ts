import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { kafkaClient } from '../harness/kafka.ts'
import { sampleEvent } from '../harness/samples.ts'
import { until } from '../harness/until.ts'
import { seriousFindings } from './axe.ts'
import { openBrowser, visit } from './browser.ts'
import { Caller, newStaff, type SignedIn } from './callers.ts'
import { placeAs } from './place-as.ts'

const store = inject('store')
const { shop } = store.addresses
let browser: Browser
let staff: SignedIn

beforeAll(async () => {
  browser = await openBrowser()
  staff = await newStaff(store)
})
afterAll(async () => {
  // A letter that stayed open would be a finding of the invariants.
  await inOrders('DELETE FROM dead_letters WHERE subject = ANY($1)', [told])
  await browser.close()
})

async function inOrders(text: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: store.databaseUrls.orders })
  await client.connect()
  await client.query(text, values).finally(() => client.end())
}

async function visitAs({ caller }: SignedIn) {
  const it = await visit(browser, shop)
  await it.context.addCookies(caller.cookies())
  return it
}

/** Whom the letters of these tests are about. */
const told: string[] = []

/** @returns an order that nobody has, and that orders was told something of. */
async function tellOfNoOrder(): Promise<string> {
  const subject = randomUUID()
  told.push(subject)
  const kafka = kafkaClient(store.kafkaBrokers)
  await kafka.produce('notifications.events', subject, [sampleEvent('CustomerNotified', { subject })])
  await kafka.close()
  const isKept = async () => (await lettersAbout(subject)).length === 1
  await until('it is a dead letter', isKept, { withinMs: 60_000 })
  return subject
}

async function lettersAbout(subject: string) {
  const { body } = await staff.caller.call('listOrdersDeadLetters')
  return (body.letters as { subject: string }[]).filter((letter) => letter.subject === subject)
}

async function deliveredOrder(): Promise<string> {
  const id = await placeAs(new Caller(shop), shop)
  const isDelivered = async () =>
    (await staff.caller.call('getOrderRecord', { params: { id } })).body.status === 'delivered'
  await until('the order is delivered', isDelivered, { withinMs: 90_000 })
  return id
}

const rename = (from: string, to: string) => inOrders('UPDATE orders SET id = $2 WHERE id = $1', [from, to])
const letterOf = (page: Page, subject: string) => page.getByRole('article').filter({ hasText: subject })
const outcome = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })

async function nothingWaits(page: Page): Promise<void> {
  await page.goto('/admin/orders')
  await page.getByRole('table').first().waitFor()
  // Nothing says that there is nothing, so every service must have answered.
  await page.waitForLoadState('networkidle')
  expect(await page.getByText('To the dead letters').count()).toBe(0)
}

describe('a message that a service could not accept', () => {
  it('is told of above the orders, and accepted once what it lacked is there', async () => {
    const [order, subject] = await Promise.all([deliveredOrder(), tellOfNoOrder()])
    const { page, context, faults } = await visitAs(staff)
    await page.goto('/admin/orders')
    await page.getByText('1 message was refused and waits for somebody').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('link', { name: 'To the dead letters' }).click()

    await page.getByRole('heading', { level: 1, name: 'Dead letters' }).waitFor()
    const letter = letterOf(page, subject)
    await letter.getByRole('heading', { name: 'CustomerNotified' }).waitFor()
    await letter.getByText('CustomerNotified is about an unknown order.').waitFor()
    expect(await letter.getByRole('link', { name: subject }).getAttribute('href')).toBe(
      `/admin/orders/${subject}`,
    )
    await letter.getByText('The message', { exact: true }).click()
    await letter.getByText('"specversion": "1.0"').waitFor()
    expect(await seriousFindings(page)).toEqual([])

    await letter.getByRole('button', { name: 'Try again' }).click()
    await outcome(page, 'Refused again by orders. CustomerNotified is about an unknown order.').waitFor()
    await letter.getByText('Tried again once.').waitFor()

    await rename(order, subject)
    try {
      await letter.getByRole('button', { name: 'Try again' }).focus()
      await page.keyboard.press('Enter')
      await outcome(page, 'Accepted: orders has handled it.').waitFor()
      await letter.getByText(`sent again by ${staff.email}`).waitFor()
      expect(await outcome(page, 'Accepted').evaluate((it) => it.matches(':focus'))).toBe(true)
      expect(await seriousFindings(page)).toEqual([])
      const { body } = await staff.caller.call('getOrderRecord', { params: { id: subject } })
      const heard = body.journey.filter(({ type }: { type: string }) => type === 'CustomerNotified')
      expect(heard.length).toBeGreaterThan(1)
    } finally {
      await rename(subject, order)
    }
    await nothingWaits(page)
    expect(faults).toEqual([])
    await context.close()
  })

  it('is set aside with the reason, and waits for nobody any more', async () => {
    const subject = await tellOfNoOrder()
    const { page, context, faults } = await visitAs(staff)
    await page.goto('/admin/dead-letters?service=orders')
    const letter = letterOf(page, subject)
    await letter.getByText('Set it aside').click()
    await letter.getByRole('button', { name: 'Set aside' }).click()
    await letter.getByText('Please say why').waitFor()
    await letter.getByLabel('Why nothing has to be done').fill('a test told of no order')
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Enter')
    await outcome(page, `Set aside by ${staff.email}.`).waitFor()
    await letter.getByText(`by ${staff.email}: A test told of no order.`).waitFor()
    await page.getByRole('link', { name: 'stock', exact: true }).click()
    await page.getByText('No message was refused.').waitFor()
    await nothingWaits(page)
    expect(faults).toEqual([])
    await context.close()
  })

  it('shows although another service does not answer, which is told as well', async () => {
    const subject = await tellOfNoOrder()
    const { page, context } = await visitAs(staff)
    await page.route('**/admin/dead-letters/payments?*', (route) => route.fulfill({ status: 503 }))
    await page.goto('/admin/dead-letters')
    await page.getByRole('alert').getByText('The letters of payments are missing here').waitFor()
    await letterOf(page, subject).getByRole('button', { name: 'Try again' }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.goto('/admin/orders')
    await page.getByText('Not known of payments.').waitFor()
    await context.close()
  })
})
