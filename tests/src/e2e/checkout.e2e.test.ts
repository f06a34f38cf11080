import { randomUUID } from 'node:crypto'
import type { Order, Product } from '@aos/contracts/http'
import pg from 'pg'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { until } from '../harness/until.ts'
import { seriousFindings } from './axe.ts'
import { openBrowser, type Visit, visit } from './browser.ts'
import {
  becomes,
  fillAddress,
  fillCard,
  fillCart,
  fillCheckout,
  placeButton,
  placeOrder,
  toReview,
} from './shopping.ts'
import { chargesOf, parcelsOf } from './third-parties.ts'

const { addresses, databaseUrls } = inject('store')
let browser: Browser
let shopper: Visit
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  shopper = await visit(browser, addresses.shop)
})
afterEach(() => shopper.context.close())

const patiently = { timeout: 20_000 }
const anEmail = () => `${randomUUID()}@example.com`
const isFocused = (it: Locator) => it.evaluate((element) => element.matches(':focus'))
const summary = (page: Page) => page.getByRole('region', { name: 'Summary' })
const sumsOf = async (it: Locator) =>
  (await it.locator('dt, dd').allTextContents()).join(' ').replace(/\s+/g, ' ')

/** A product of which there is plenty, and with which nobody else has to do here. */
const sku = 'FLK-001'
const api = async <Body>(path: string): Promise<Body> =>
  (await (await fetch(`${addresses.shop}/api/v1${path}`)).json()) as Body
const product = () => api<Product>(`/products/${sku}`)

/** Until the shop's answers say so: they are kept for half a second. */
async function changeProduct(change: string): Promise<void> {
  const before = JSON.stringify(await product())
  const client = new pg.Client({ connectionString: databaseUrls.stock })
  await client.connect()
  await client.query(`UPDATE products SET ${change} WHERE sku = $1`, [sku])
  await client.end()
  await until('the shop says so', async () => JSON.stringify(await product()) !== before)
}

describe('what an order costs', () => {
  it('is shown with delivery and tax from the cart on, and is what is charged', async () => {
    const { page, faults } = shopper
    await fillCart(page, 'MUG-001')
    await page.goto('/cart')
    await expect.poll(() => sumsOf(summary(page)), patiently).toMatch(/Standard delivery €4.90/)
    await page.getByText('more, and standard delivery is free').waitFor()

    await fillCheckout(page, { email: anEmail(), delivery: /Express/ })
    const shown = await sumsOf(summary(page))
    expect(shown).toMatch(/Express delivery €12.90 Total €\d+\.\d\d ?with €\d+\.\d\d VAT \(19 %\)/)
    const id = await placeOrder(page)
    await becomes(page, 'approved')

    const order = await api<Order>(`/orders/${id}`)
    expect(order).toMatchObject({
      delivery: { id: 'express' },
      totals: { delivery: { amount: 1_290 } },
      tax: { rate: 19, included: true },
    })
    expect(order.total.amount).toBe((order.totals?.items.amount ?? 0) + 1_290)
    expect(await chargesOf(addresses.paymentBroker, id)).toMatchObject([{ captured: order.total.amount }])
    expect(await sumsOf(page.getByRole('region', { name: 'What is in it' }))).toMatch(
      /Express delivery €12.90 Total/,
    )
    expect(await parcelsOf(addresses.carrier, id)).toMatchObject([{ service: 'express' }])
    expect(faults).toEqual([])
  })
})

describe('checking out', () => {
  it('works with the keyboard alone', async () => {
    const { page, faults } = shopper
    await fillCart(page, sku)
    await page.goto('/checkout')
    await page.frameLocator('iframe[title*=card]').getByLabel('CVC').waitFor()
    await page.getByLabel('Name', { exact: true }).focus()
    for (const text of ['Ada Lovelace', anEmail(), '12 Market Street', '10115', 'Berlin', 'Germ']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    expect(await page.getByLabel('Country').inputValue()).toBe('DE')
    expect(await isFocused(page.getByRole('radio', { name: /Standard/ }))).toBe(true)
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: /Express/ }).isChecked()).toBe(true)
    await page.keyboard.press('Tab')
    expect(await isFocused(page.getByRole('radio', { name: 'Card' }))).toBe(true)
    await page.keyboard.press('Tab')
    for (const text of ['4242424242424242', '1234', '123']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    // Past the frame's list of test cards.
    await page.keyboard.press('Tab')
    expect(await isFocused(page.getByRole('button', { name: 'Review your order' }))).toBe(true)
    await page.keyboard.press('Enter')

    const title = page.getByRole('heading', { level: 1, name: 'Is everything right?' })
    await title.waitFor()
    await expect.poll(() => isFocused(title), patiently).toBe(true)
    for (let tabs = 0; tabs < 20 && !(await isFocused(placeButton(page))); tabs += 1)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/orders\//)
    expect(faults).toEqual([])
  })

  it('says beside each field what is wrong, and leads to the first', async () => {
    const { page } = shopper
    await fillCart(page, sku)
    await page.goto('/checkout')
    await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace')
    await page.getByLabel('E-mail').fill('nonsense')
    await page.getByRole('button', { name: 'Review your order' }).click()
    const email = page.getByLabel('E-mail')
    await expect.poll(() => isFocused(email), patiently).toBe(true)
    const describedBy = await email.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${describedBy}"]`).textContent()).toMatch(/such as name@example.com/)
    expect(await page.getByRole('alert').filter({ hasText: '5 fields' }).isVisible()).toBe(true)
    expect(await seriousFindings(page)).toEqual([])

    await fillAddress(page, { email: anEmail() })
    await page.getByText('5 fields').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Review your order' }).click()
    await page.getByText('Your card number is incomplete.').waitFor()
    const number = page.frameLocator('iframe[title*=card]').getByLabel('Card number')
    await expect.poll(() => number.evaluate((input) => input.matches(':focus')), patiently).toBe(true)
    expect(await number.getAttribute('aria-invalid')).toBe('true')
  })

  it('loses nothing by a refresh or by going back', async () => {
    const { page } = shopper
    const email = anEmail()
    await fillCart(page, sku)
    await page.goto('/checkout')
    await fillAddress(page, { email })
    await page.getByRole('radio', { name: /Express/ }).check()
    await page.reload()
    expect(await page.getByLabel('E-mail').inputValue()).toBe(email)
    expect(await page.getByLabel('Country').inputValue()).toBe('DE')
    await page.getByRole('radio', { name: /Express/, checked: true }).waitFor()

    await fillCard(page)
    await toReview(page)
    await page.reload()
    await page.getByText('Visa ending in 4242').waitFor()
    await page.goBack()
    await page.getByText('Visa ending in 4242').waitFor()
    expect(await page.getByLabel('Street').inputValue()).toBe('12 Market Street')
    await page.getByRole('button', { name: 'Use another one' }).click()
    await fillCard(page, '5555555555554444')
    await toReview(page)
    await page.getByText('Mastercard ending in 4444').waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  it('asks first for what is missing, whoever opens the last step', async () => {
    const { page } = shopper
    await fillCart(page, sku)
    await page.goto('/checkout/review')
    await page.waitForURL('**/checkout')
    await page.getByLabel('Name', { exact: true }).waitFor()
  })

  it('offers to sign in, and asks nobody to', async () => {
    const { page } = shopper
    await fillCart(page, sku)
    await page.goto('/checkout')
    await page.getByText('No account is needed').waitFor()
    await page.getByRole('main').getByRole('link', { name: 'sign in' }).click()
    await page.waitForURL(/sign-in\?to=%2Fcheckout/)
  })
})

describe('paying by direct debit', () => {
  it.each([
    ['goes on once the bank has paid', 'DE89 3704 0044 0532 0130 00', 'approved'],
    ['ends when the bank returns it', 'DE62 3704 0044 0532 0130 01', 'rejected'],
  ])('%s', async (_, iban, status) => {
    const { page, faults } = shopper
    await fillCart(page, sku)
    await page.goto('/checkout')
    await fillAddress(page, { email: anEmail() })
    await page.getByRole('radio', { name: /SEPA/ }).check()
    const field = page.frameLocator('iframe[title*=IBAN]').getByLabel('IBAN')
    await field.fill('DE89 3704')
    await page.getByRole('button', { name: 'Review your order' }).click()
    await page.getByText('Your IBAN is incomplete.').waitFor()
    // What was typed for one way to pay is there after a look at the other.
    await page.getByRole('radio', { name: 'Card' }).check()
    await page.getByRole('radio', { name: /SEPA/ }).check()
    expect(await field.inputValue()).toBe('DE89 3704')
    await field.fill(iban)
    expect(await seriousFindings(page)).toEqual([])
    await toReview(page)
    await page.getByText(`Account ending in ${iban.replaceAll(' ', '').slice(-4)}`).waitFor()
    await page.getByText(/Within eight weeks/).waitFor()
    const id = await placeOrder(page)
    await becomes(page, 'awaiting-payment')
    await becomes(page, status)
    const { total } = await api<Order>(`/orders/${id}`)
    const captured = status === 'approved' ? total.amount : 0
    expect(await chargesOf(addresses.paymentBroker, id)).toMatchObject([{ captured }])
    expect(faults).toEqual([])
  })
})

describe('what changes while somebody checks out', () => {
  it('is a price: told before anything is ordered, and the new one counts', async () => {
    const { page } = shopper
    await fillCart(page, sku)
    await fillCheckout(page, { email: anEmail() })
    const { price } = await product()
    await changeProduct('price = price + 200')
    try {
      await placeButton(page).click()
      const notice = page.getByRole('alert').filter({ hasText: 'Prices changed while you were here' })
      await notice.waitFor()
      expect(await notice.textContent()).toMatch(/Total: €[\d.]+ instead of €[\d.]+/)
      expect(page.url()).toMatch(/\/checkout\/review$/)
      expect(await seriousFindings(page)).toEqual([])
      const id = await placeOrder(page)
      await becomes(page, 'approved')
      expect((await api<Order>(`/orders/${id}`)).totals?.items.amount).toBe(price.amount + 200)
    } finally {
      await changeProduct('price = price - 200')
    }
  })

  it('is the stock: told on the line that it is about, with the way on', async () => {
    const { page } = shopper
    await fillCart(page, sku, 2)
    await fillCheckout(page, { email: anEmail() })
    const { available } = await product()
    await changeProduct(`on_hand = on_hand - ${available - 1}`)
    try {
      await placeButton(page).click()
      await page.getByText('Not everything can be had any more').waitFor()
      await page.getByText('Only 1 left: please take fewer.').waitFor()
      expect(await placeButton(page).isDisabled()).toBe(true)
      expect(await seriousFindings(page)).toEqual([])

      await page.getByRole('link', { name: 'change your cart' }).click()
      await page.getByRole('button', { name: 'See what' }).click()
      const quantity = page.getByRole('textbox', { name: /Quantity of/ })
      await expect.poll(() => isFocused(quantity), patiently).toBe(true)
      expect(await seriousFindings(page)).toEqual([])
      await quantity.fill('1')
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: 'Checkout' }).click()
      await page.getByText('Visa ending in 4242').waitFor()
      await toReview(page)
      await placeOrder(page)
      await becomes(page, 'approved')
    } finally {
      await changeProduct(`on_hand = on_hand + ${available - 1}`)
    }
  })
})
