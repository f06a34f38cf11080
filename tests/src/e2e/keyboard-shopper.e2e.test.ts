import { randomUUID } from 'node:crypto'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { putIntoCart } from '../screenshots/before-checkout.ts'
import { openBrowser, visit } from './browser.ts'
import { heading, press, tabTo, type } from './keyboard.ts'
import { words } from './shop-words.ts'
import { becomes, orderShown } from './shopping.ts'

/** What the tests of the features leave to do without a mouse; nothing here clicks. */
const { shop } = inject('store').addresses
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const isFocused = (it: Locator): Promise<boolean> => it.evaluate((element) => element.matches(':focus'))

const patiently = { timeout: 20_000 }
/** Not the list of before any more. */
const isListed = (page: Page) => async () =>
  (await page.getByRole('region', { name: 'Products' }).getAttribute('aria-busy')) === 'false'

describe('with the keyboard alone, a shopper', () => {
  it('puts something into the cart, takes more of it, and takes it out', async () => {
    const { page, context, faults } = await visit(browser, shop)
    await page.goto('/')
    await type(page, 'Search the shop', 'mug')
    await page.keyboard.press('Enter')
    await heading(page, /mug/i)
    const first = page.getByRole('article').getByRole('link').first()
    const name = (await first.textContent()) ?? ''
    await press(page, 'link', name)
    await heading(page, name)
    await press(page, 'button', 'Add to cart')
    await page.getByText('Added.').waitFor()
    await press(page, 'link', 'Cart')
    await heading(page, 'Your cart')
    await press(page, 'button', `One more: Quantity of ${name}`)
    await expect.poll(() => page.getByLabel(`Quantity of ${name}`, { exact: true }).inputValue()).toBe('2')
    await tabTo(page, page.getByRole('link', { name: /checkout/i }))
    await press(page, 'button', `Remove ${name}`)
    await heading(page, 'Your cart is empty')
    expect(faults).toEqual([])
    await context.close()
  })

  it('narrows and sorts a list, goes through its pages, and loses no place', async () => {
    const { page, context, faults } = await visit(browser, shop)
    await page.goto('/search')
    await type(page, 'Sort by', 'Price')
    await page.waitForURL(/sort=cheapest/)
    await press(page, 'link', 'Next page')
    await page.getByText(/Page 2 of/).waitFor()
    await press(page, 'link', 'Previous page')
    await page.getByText(/Page 1 of/).waitFor()

    await type(page, 'From', '15')
    await type(page, 'To', '40')
    await Promise.all([page.waitForResponse(/priceMin=15/), page.keyboard.press('Enter')])
    await page.waitForURL(/min=15&max=40/)
    await expect.poll(isListed(page), patiently).toBe(true)
    expect(await isFocused(page.getByLabel('To', { exact: true }))).toBe(true)
    const inStock = page.getByRole('checkbox', { name: 'In stock' })
    await tabTo(page, inStock)
    await page.keyboard.press('Space')
    await page.waitForURL(/stock=true/)
    expect(await isFocused(inStock)).toBe(true)
    await press(page, 'link', 'Take the filters away')
    await page.waitForURL(/\/search\?sort=cheapest$/)
    await expect.poll(() => page.getByLabel('To', { exact: true }).inputValue(), patiently).toBe('')
    expect(faults).toEqual([])
    await context.close()
  })

  it('pays by direct debit', async () => {
    const { page, context, faults } = await visit(browser, shop)
    await putIntoCart(page, 'FLK-001')
    await page.goto('/checkout')
    await heading(page, 'Checkout')
    await type(page, 'Name', 'Ada Lovelace')
    await type(page, 'E-mail', `${randomUUID()}@example.com`)
    await type(page, 'Street', '12 Market Street')
    await type(page, 'Postal code', '10115')
    await type(page, 'City', 'Berlin')
    await type(page, 'Country', 'Germ')
    // Of a group the one that is chosen is reached with Tab, the others with the arrows.
    await tabTo(page, page.getByRole('radio', { name: 'Card' }))
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: /SEPA/ }).isChecked()).toBe(true)
    await tabTo(page, page.frameLocator('iframe[title*=IBAN]').getByLabel('IBAN'))
    await page.keyboard.type('DE89370400440532013000')
    await press(page, 'button', 'Review your order')
    await heading(page, 'Is everything right?')
    await page.getByText('Account ending in 3000').waitFor()
    await press(page, 'button', /^Place order/)
    await orderShown(page)
    await becomes(page, 'approved')
    expect(faults).toEqual([])
    await context.close()
  })

  it('chooses another language, and comes back', async () => {
    const { page, context, faults } = await visit(browser, shop, { locale: 'en-IE' })
    await page.goto('/')
    await press(page, 'button', 'Deutsch')
    await heading(page, words.de.catalogue.start.heading)
    await press(page, 'button', 'English')
    await heading(page, words.en.catalogue.start.heading)
    expect(faults).toEqual([])
    await context.close()
  })
})
