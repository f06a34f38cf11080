import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { until } from '../harness/until.ts'
import { seriousFindings } from './axe.ts'
import { openBrowser, visit } from './browser.ts'
import { Caller, newShopper, newStaff, type SignedIn } from './callers.ts'
import { tabTo } from './keyboard.ts'
import { placeAs } from './place-as.ts'
import { fillCart } from './shopping.ts'
import { spansOf } from './third-parties.ts'

const store = inject('store')
const { shop, traces = '' } = store.addresses
let browser: Browser
let staff: SignedIn

beforeAll(async () => {
  browser = await openBrowser()
  staff = await newStaff(store)
})
afterAll(() => browser.close())

async function visitAs({ caller }: SignedIn) {
  const it = await visit(browser, shop)
  await it.context.addCookies(caller.cookies())
  return it
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

describe('the back office', () => {
  it('is for staff: a guest signs in first, a shopper is told so and gets none of its script', async () => {
    const guest = await visit(browser, shop)
    await guest.page.goto('/admin/products')
    await heading(guest.page, 'Sign in')
    expect(new URL(guest.page.url()).searchParams.get('to')).toBe('/admin/products')
    await guest.context.close()

    const shopper = await visitAs(await newShopper(shop))
    const scripts: string[] = []
    shopper.page.on('request', (request) => scripts.push(request.url()))
    await shopper.page.goto('/admin/products')
    await heading(shopper.page, 'This is for the staff of the store')
    expect(await seriousFindings(shopper.page)).toEqual([])
    expect(scripts.filter((url) => /admin-pages|\/api\/v1\/admin/.test(url))).toEqual([])
    await shopper.page.getByRole('link', { name: 'Back to the shop' }).click()
    await shopper.page.getByRole('navigation', { name: 'Main' }).waitFor()
    await shopper.page.goto('/account')
    await heading(shopper.page, /Hello/)
    expect(await shopper.page.getByRole('link', { name: /Back office/ }).count()).toBe(0)
    await shopper.context.close()
  })

  it('is found from the account of somebody of the staff', async () => {
    const { page, context, faults } = await visitAs(staff)
    await page.goto('/account')
    await page.getByRole('link', { name: /Back office/ }).click()
    await heading(page, 'Orders')
    await page.getByRole('link', { name: 'To the shop' }).click()
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
})

describe('a delivery', () => {
  it('is booked with the keyboard alone, and the shop sells it', async () => {
    const { page, context, faults } = await visitAs(staff)
    await page.goto('/products/YOY-001')
    const before = (await staff.caller.call('getStaffProduct', { params: { sku: 'YOY-001' } })).body

    await page.goto('/admin/products')
    await heading(page, 'Products')
    expect(await seriousFindings(page)).toEqual([])
    await tabTo(page, page.getByRole('searchbox', { name: 'Name or SKU' }).first())
    await page.keyboard.type('yoy-0')
    await page.keyboard.press('Enter')
    await page.getByText('1 product', { exact: true }).waitFor()
    await tabTo(page, page.getByRole('link', { name: before.name }).first())
    await page.keyboard.press('Enter')
    await heading(page, before.name)
    await tabTo(page, page.getByRole('textbox', { name: 'How many came' }).first())
    await page.keyboard.type('some')
    await page.keyboard.press('Enter')
    await page.getByText('Please enter how many came').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('12')
    await tabTo(page, page.getByRole('textbox', { name: 'Delivery note' }).first())
    await page.keyboard.type('box 7')
    await page.keyboard.press('Enter')
    await page.getByText(`Done: ${before.onHand + 12} pieces on hand now.`).waitFor()
    await page.getByRole('cell', { name: /Delivery.*box 7/ }).waitFor()
    await page.getByRole('cell', { name: staff.email }).waitFor()
    expect(await seriousFindings(page)).toEqual([])

    const after = (await staff.caller.call('getProduct', { params: { sku: 'YOY-001' } })).body
    expect(after.available).toBe(before.available + 12)
    expect(faults).toEqual([])
    await context.close()
  })

  it('whose answer is lost is booked once when it is tried again', async () => {
    const { page, context } = await visitAs(staff)
    const { onHand } = (await staff.caller.call('getStaffProduct', { params: { sku: 'DOM-001' } })).body
    await page.goto('/admin/products/DOM-001')
    await page.getByLabel('How many came').fill('3')
    let lost = false
    await page.route('**/admin/products/DOM-001/stock', async (route) => {
      if (lost) return route.continue()
      lost = true
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.getByRole('button', { name: 'Add to stock' }).click()
    await page.getByRole('alert').getByText('We could not reach the shop').waitFor()
    await page.getByRole('button', { name: 'Add to stock' }).click()
    await page.getByText(`Done: ${onHand + 3} pieces on hand now.`).waitFor()
    await context.close()
  })
})

describe('a count', () => {
  it('corrects the stock, with a reason, and stands in the trail of all changes', async () => {
    const { page, context } = await visitAs(staff)
    await page.goto('/admin/products/PND-001')
    await page.getByLabel('How many are there').fill('4')
    await page.getByRole('button', { name: 'Correct the stock' }).click()
    await page.getByText('Please say why').waitFor()
    await page.getByLabel('Why it differs').fill('water in the cellar')
    await page.getByRole('button', { name: 'Correct the stock' }).click()
    await page.getByText('Done: 4 pieces on hand now.').waitFor()

    await page.getByRole('link', { name: 'Changes', exact: true }).click()
    await heading(page, 'Changes')
    const row = page.getByRole('row').filter({ hasText: 'water in the cellar' })
    await row.getByText(/→\s*is now\s*4/).waitFor()
    expect(await row.getByRole('cell', { name: staff.email, exact: true }).count()).toBe(1)
    expect(await seriousFindings(page)).toEqual([])

    await page.goto('/admin/products?view=low')
    await page.getByRole('row').filter({ hasText: 'PND-001' }).waitFor()
    await context.close()
  })
})

const asFile = (text: string) => ({
  name: 'picture.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(text),
})
const aPicture = (attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="teal"${attributes}/></svg>`

describe('a product', () => {
  it('is created, given pictures, edited and retired; the shop and a cart with it are told', async () => {
    const { page, context, faults } = await visitAs(staff)
    await page.goto('/admin/products')
    await page.getByRole('link', { name: 'New product' }).click()
    await heading(page, 'New product')
    await page.getByRole('button', { name: 'Create the product' }).click()
    await page.getByText('Please enter a SKU').waitFor()
    expect(await page.getByLabel('SKU').evaluate((it) => it.matches(':focus'))).toBe(true)
    expect(await seriousFindings(page)).toEqual([])
    await page.getByLabel('SKU').fill('ket-001')
    await page.getByLabel('First stock').fill('7')
    await page.getByLabel('Name').fill('Second Thoughts Teapot')
    await page.getByLabel('Category').selectOption('kitchen')
    await page.getByLabel('Price in EUR').fill('42,50')
    await page.getByLabel('Description').fill('Pours twice.')
    await page.getByLabel('Tags').fill('tea, stoneware')
    await page.getByRole('button', { name: 'Create the product' }).click()
    await page.getByText('Another product has the SKU KET-001').waitFor()
    await page.getByLabel('SKU').fill('tea-901')
    await page.getByRole('button', { name: 'Create the product' }).click()
    await heading(page, 'Second Thoughts Teapot')

    await page.getByLabel('Another picture').setInputFiles(asFile(aPicture(' onload="alert(1)"')))
    await page.getByText('it has the event handler onload').waitFor()
    await page.getByLabel('Another picture').setInputFiles(asFile(aPicture()))
    await page.getByText('Done. The shop shows it.').waitFor()
    await page.getByLabel('Another picture').setInputFiles(asFile(aPicture(' opacity=".5"')))
    await page.getByRole('button', { name: 'Show first: picture 2' }).click()
    await page.getByText('Done. The shop shows it.').waitFor()
    await page.getByRole('cell', { name: 'First picture' }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByLabel('Price in EUR').fill('39.00')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved. The shop shows it.').waitFor()
    await page.getByRole('cell', { name: /Price: 42.50 EUR.*39.00 EUR/ }).waitFor()
    expect(await seriousFindings(page)).toEqual([])

    const shopper = await visit(browser, shop)
    await shopper.page.goto('/products/TEA-901')
    await shopper.page.getByRole('button', { name: 'Show picture 2 of 2' }).waitFor()
    const shownFirst = await (await fetch(`${shop}/api/v1/products/TEA-901/picture`)).text()
    expect(shownFirst).toBe(aPicture(' opacity=".5"'))

    await page.getByRole('button', { name: 'Remove picture 2' }).click()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('button', { name: 'Remove picture 2' }).click()
    await page.getByRole('button', { name: 'Remove it' }).click()
    await page.getByRole('cell', { name: 'Picture removed' }).waitFor()
    await page.getByRole('button', { name: /Remove picture/ }).waitFor({ state: 'detached' })
    await fillCart(shopper.page, 'TEA-901')
    const picture = shopper.page.locator('main img').first()
    expect(
      await picture.evaluate((it) => (it as unknown as { naturalWidth: number }).naturalWidth),
    ).toBeGreaterThan(0)
    expect(await shopper.page.getByRole('button', { name: /Show picture/ }).count()).toBe(0)

    await page.getByLabel('Why it is retired').fill('the kiln broke')
    await page.getByRole('button', { name: 'Retire this product' }).click()
    await page.getByRole('heading', { name: 'Retired', exact: true }).waitFor()
    await shopper.page.goto('/cart')
    await shopper.page.getByText('We cannot sell this right now').waitFor()
    await shopper.page.goto('/products/TEA-901')
    await heading(shopper.page, 'There is nothing here')
    await shopper.context.close()

    await page.getByRole('link', { name: 'Products', exact: true }).first().click()
    await page.getByRole('link', { name: 'Retired' }).click()
    await page.getByRole('link', { name: 'Second Thoughts Teapot' }).click()
    await page.getByRole('button', { name: 'Sell it again' }).click()
    await page.getByRole('button', { name: 'Retire this product' }).waitFor()
    // The refused SKU and the refused picture are what the browser complains of.
    expect(faults.filter((fault) => !/40\d|422/.test(fault))).toEqual([])
    await context.close()
  })

  it('that two edit at once keeps what the first one saved', async () => {
    const { page, context } = await visitAs(staff)
    await page.goto('/admin/products/CLK-001')
    await page.getByLabel('Name').fill('Clock of the second')
    const { body } = await staff.caller.call('getStaffProduct', { params: { sku: 'CLK-001' } })
    const { name: _, ...edited } = body
    await staff.caller.call('changeProduct', {
      params: { sku: 'CLK-001' },
      body: { ...edited, name: 'Clock of the first' },
    })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Somebody else changed this product', { exact: true }).waitFor()
    expect(await page.getByLabel('Name').inputValue()).toBe('Clock of the second')
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Show what it says now' }).click()
    expect(await page.getByLabel('Name').inputValue()).toBe('Clock of the first')
    await context.close()
  })
})

describe('an order', () => {
  const orderRow = (page: Page, id: string) => page.getByRole('row').filter({ hasText: id })

  async function inOrders(sql: string, values: unknown[]): Promise<void> {
    const client = new pg.Client({ connectionString: store.databaseUrls.orders })
    await client.connect()
    await client.query(sql, values).finally(() => client.end())
  }

  it('is found by its e-mail address and by status, and tells every message with its trace', async () => {
    const email = `${randomUUID()}@example.com`
    const id = await placeAs(new Caller(shop), shop, { name: 'Katherine Johnson', email })
    const { page, context, faults } = await visitAs(staff)
    await page.goto('/admin')
    await heading(page, 'Orders')
    await page.getByLabel('Order number or e-mail address').fill(email.toUpperCase().slice(0, 20))
    await page.keyboard.press('Enter')
    await page.getByText('1 order', { exact: true }).waitFor()
    await orderRow(page, id).getByText('Katherine Johnson').waitFor()
    await page.getByLabel('Status').selectOption('rejected')
    await page.getByText('None of the orders fits.').waitFor()
    await page.getByLabel('Status').selectOption('')
    expect(await seriousFindings(page)).toEqual([])
    await orderRow(page, id).getByRole('link').click()

    await heading(page, 'Order of Katherine Johnson')
    const timeline = page.getByRole('table', { name: 'Messages of this order' })
    for (const message of [
      'OrderPlaced',
      'ReserveItems',
      'PaymentSucceeded',
      'OrderApproved',
      'ShipmentDelivered',
    ])
      await timeline.getByText(message, { exact: true }).waitFor({ timeout: 60_000 })
    expect(await seriousFindings(page)).toEqual([])

    const { body: record } = await staff.caller.call('getOrderRecord', { params: { id } })
    const delivered = record.journey.find(({ type }: { type: string }) => type === 'ShipmentDelivered')
    for (const [message, trace] of [
      ['OrderPlaced', record.traceId],
      // Of its own where the carrier's webhook told of it first.
      ['ShipmentDelivered', delivered.traceId ?? record.traceId],
    ]) {
      const link = timeline.getByRole('link', { name: new RegExp(`of ${message}$`) })
      expect(await link.getAttribute('href')).toContain(trace)
      await until('the trace is kept', async () => (await spansOf(traces, trace)).length > 0)
    }
    await page.getByRole('link', { name: /or cancel the order there/ }).click()
    await page.waitForURL(`**/orders/${id}`)
    expect(faults).toEqual([])
    await context.close()
  })

  it('that needs somebody comes first, and says what is the matter', async () => {
    const id = await placeAs(new Caller(shop), shop)
    const isDelivered = async () =>
      (await staff.caller.call('getOrderRecord', { params: { id } })).body.status === 'delivered'
    await until('the order is delivered', isDelivered)
    await inOrders(`UPDATE orders SET status = 'cancelling', cancel_stage = 'refund' WHERE id = $1`, [id])
    try {
      const { page, context } = await visitAs(staff)
      await page.goto('/admin/orders')
      const unhappy = page.getByRole('region', { name: 'These need somebody' })
      await orderRow(page, id).and(unhappy.getByRole('row')).getByText('Refund under way').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await orderRow(page, id).and(unhappy.getByRole('row')).getByRole('link').click()
      await page.getByText('Money is on its way back to the customer').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await context.close()
    } finally {
      await inOrders(`UPDATE orders SET status = 'delivered', cancel_stage = NULL WHERE id = $1`, [id])
    }
  })

  it('that is none is told to be none', async () => {
    const { page, context } = await visitAs(staff)
    await page.goto(`/admin/orders/${randomUUID()}`)
    await page.getByRole('alert').getByText('There is no order').waitFor()
    await context.close()
  })
})
