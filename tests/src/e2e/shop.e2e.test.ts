import { randomUUID } from 'node:crypto'
import { pathTo } from '@aos/contracts/addresses'
import { journey } from '@aos/contracts/journey'
import { serviceNames } from '@aos/contracts/services'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { until } from '../harness/until.ts'
import { anOrder, toPay } from '../load/burst.ts'
import { good } from '../load/kinds.ts'
import { Shoppers } from '../load/shopper.ts'
import { openBrowser, screenshot, visit } from './browser.ts'
import {
  becomes,
  fillCart,
  fillCheckout,
  orderShown,
  placeButton,
  placeOrder,
  stepsDone,
} from './shopping.ts'
import { chargesOf, mailsTo, parcelsOf, spansOf } from './third-parties.ts'

const { addresses } = inject('store')
const shoppers = new Shoppers(addresses.shop)
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await shoppers.close()
})

const anEmail = () => `${randomUUID()}@example.com`
const order = (id: string) => shoppers.order(id)
const charges = (id: string) => chargesOf(addresses.paymentBroker, id)
const parcels = (id: string) => parcelsOf(addresses.carrier, id)
const subjects = async (email: string) =>
  (await mailsTo(addresses.mailbox, email)).map(({ subject }) => subject)

async function soldProduct() {
  const [product] = (await shoppers.products()).filter(({ available }) => available > 20)
  if (!product) throw new Error('the shelves are empty')
  return product
}

/** Each message at its receiver, and what leaves the store. */
const spansOfAJourney = [
  ...['ReserveItems', 'ItemsReserved', 'ProcessPayment', 'PaymentSucceeded', 'OrderApproved'],
  ...['ItemsPicked', 'ShipmentBooked', 'CustomerNotified', 'send e-mail'],
]

describe('a shopper', () => {
  it('looks around, orders, and watches the order go its whole way', async () => {
    const { page, context, faults } = await visit(browser, addresses.shop)
    const { sku, name } = await soldProduct()
    const email = anEmail()
    await page.goto('/')
    await page.getByRole('link', { name }).first().waitFor()
    await screenshot(page, '1-catalogue')
    await fillCart(page, sku, 2)
    await screenshot(page, '2-product')
    await page.goto('/cart')
    await page.getByText(name).first().waitFor()
    await screenshot(page, '3-cart')
    await fillCheckout(page, { email })
    await screenshot(page, '4-checkout')
    const id = await placeOrder(page)

    await becomes(page, 'approved')
    await until('all steps are drawn as done', async () => {
      const done = await stepsDone(page)
      return journey.every(({ doneBy }) => done.includes(doneBy))
    })
    await screenshot(page, '5-order-approved')
    expect(await parcels(id)).toHaveLength(1)
    expect(await charges(id)).toMatchObject([{ status: 'succeeded', refunded: 0 }])
    await until('the e-mail is in the mailbox', async () => (await subjects(email)).length > 0)
    const mail = (await mailsTo(addresses.mailbox, email)).find(({ subject }) => /confirmed/.test(subject))
    expect(mail).toMatchObject({ text: expect.stringContaining(id), html: expect.stringContaining(name) })

    await becomes(page, 'delivered')
    await screenshot(page, '6-order-delivered')
    await until('the last e-mail is in the mailbox', async () => (await subjects(email)).length === 3)
    await page.goto('/cart')
    await page.getByText('Your cart is empty').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  it('leaves one trace from the click to the e-mail and the parcel', async () => {
    const { page, context } = await visit(browser, addresses.shop)
    const { sku } = await soldProduct()
    await fillCart(page, sku)
    await fillCheckout(page, { email: anEmail() })
    const id = await placeOrder(page)
    await becomes(page, 'delivered')
    const { traceId = '' } = await order(id)
    const zipkin = addresses.traces ?? ''
    const missing = async () => {
      const names = new Set((await spansOf(zipkin, traceId)).map(({ name }) => name?.toLowerCase()))
      return spansOfAJourney.filter((name) => !names.has(name.toLowerCase()))
    }
    await expect.poll(() => missing().catch(String), { timeout: 30_000, interval: 500 }).toEqual([])
    const spans = await spansOf(zipkin, traceId)
    const services = new Set(spans.map(({ localEndpoint }) => localEndpoint?.serviceName))
    // A guest has no account to be asked about.
    for (const name of serviceNames.filter((one) => one !== 'accounts'))
      expect(services, name).toContain(name)
    expect(spans.filter(({ tags }) => tags?.['dapr.api'] !== undefined)).not.toEqual([])
    await page.goto(new URL(`/zipkin/traces/${traceId}`, zipkin).href)
    await page.waitForLoadState('networkidle')
    await screenshot(page, '7-trace')
    await context.close()
  })

  it('is told what is out of stock, and pays nothing', async () => {
    const { page, context } = await visit(browser, addresses.shop)
    const products = (await shoppers.products()).sort((a, b) => a.available - b.available)
    const scarce = products.find(({ available }) => available > 0)
    if (!scarce) throw new Error('the shelves are empty')
    const email = anEmail()
    await fillCart(page, scarce.sku)
    await fillCheckout(page, { email })
    // The page looks once more before it orders; right after that somebody else buys all there is.
    const buyAll = async () => {
      const { id: other } = await shoppers.place(
        {
          ...anOrder([scarce], 1),
          lines: [{ sku: scarce.sku, quantity: scarce.available }],
          ...toPay({ ...scarce.price, amount: scarce.price.amount * scarce.available }, undefined),
        },
        good,
      )
      await until('the other order is paid', async () =>
        ['approved', 'shipped'].includes((await order(other)).status),
      )
    }
    await page.route(
      (url) => url.pathname === pathTo('placeOrder'),
      async (route) => {
        await buyAll()
        await route.continue()
      },
      { times: 1 },
    )
    const id = await placeOrder(page)
    await becomes(page, 'rejected')
    await page.getByText(/no longer available/).waitFor()
    await screenshot(page, '8-out-of-stock')
    expect(await charges(id)).toEqual([])
    await until('the e-mail says so', async () => (await subjects(email)).length === 1)
    const [mail] = await mailsTo(addresses.mailbox, email)
    expect(mail?.text).toContain(scarce.sku)
    await context.close()
  })

  it('is told why the card was declined', async () => {
    const { page, context } = await visit(browser, addresses.shop)
    const email = anEmail()
    await fillCart(page, (await soldProduct()).sku)
    await fillCheckout(page, { email, card: '4000000000009995' })
    const id = await placeOrder(page)
    await becomes(page, 'rejected')
    await page
      .getByText(/insufficient funds/)
      .first()
      .waitFor()
    await screenshot(page, '9-declined')
    expect(await charges(id)).toMatchObject([{ captured: 0 }])
    await until('the e-mail says so', async () => (await subjects(email)).length === 1)
    expect((await mailsTo(addresses.mailbox, email))[0]?.text).toContain('insufficient funds')
    await context.close()
  })

  it.each([
    ['while the payment is under way', { card: '4000009999000014' }, undefined],
    ['after it was approved', { street: '1 test-stuck Lane' }, 'approved'],
  ])('cancels %s, and gets everything back', async (_, given, status) => {
    const { page, context } = await visit(browser, addresses.shop)
    const email = anEmail()
    await fillCart(page, (await soldProduct()).sku)
    await fillCheckout(page, { email, ...given })
    const id = await placeOrder(page)
    if (status) await becomes(page, status)
    await page.getByRole('button', { name: 'Cancel order' }).click()
    await page.getByRole('button', { name: 'Yes, cancel it' }).click()
    await becomes(page, 'cancelled')
    await screenshot(page, status ? '11-cancelled-and-refunded' : '10-cancelled')
    for (const { captured, refunded } of await charges(id)) expect(refunded).toBe(captured)
    for (const parcel of await parcels(id)) expect(parcel.status).toBe('cancelled')
    await until('the e-mail says so', async () =>
      (await subjects(email)).some((subject) => /cancelled/.test(subject)),
    )
    await context.close()
  })
})

describe('one order is made', () => {
  async function ready(): Promise<Awaited<ReturnType<typeof visit>> & { email: string }> {
    const shopper = await visit(browser, addresses.shop)
    const email = anEmail()
    await fillCart(shopper.page, (await soldProduct()).sku)
    await fillCheckout(shopper.page, { email })
    return { ...shopper, email }
  }

  const ordersOf = async (email: string) =>
    (await mailsTo(addresses.mailbox, email)).filter(({ subject }) => /confirmed/.test(subject))

  it('by a double click', async () => {
    const { page, context, email } = await ready()
    await placeButton(page).dblclick()
    await orderShown(page)
    await becomes(page, 'delivered')
    expect(await ordersOf(email)).toHaveLength(1)
    await context.close()
  })

  it('when the answer is lost and the page is refreshed', async () => {
    const { page, context, email } = await ready()
    let isLost = false
    let isRefreshed = false
    // Until the refresh every answer is lost, so that the page before it cannot learn of its order.
    await page.route('**/api/v1/orders', async (route) => {
      if (isRefreshed) return route.continue()
      if (!isLost) await route.fetch()
      isLost = true
      await route.abort('connectionreset')
    })
    await placeButton(page).click()
    await until('the answer was lost', () => isLost)
    page.once('framenavigated', () => {
      isRefreshed = true
    })
    await page.reload()
    await orderShown(page)
    await becomes(page, 'delivered')
    expect(await ordersOf(email)).toHaveLength(1)
    await context.close()
  })

  it('however often the shopper goes back and refreshes', async () => {
    const { page, context, email } = await ready()
    const id = await placeOrder(page)
    await page.goBack()
    await page.goForward()
    await page.reload()
    expect(await orderShown(page)).toBe(id)
    await becomes(page, 'delivered')
    expect(await ordersOf(email)).toHaveLength(1)
    await context.close()
  })
})
