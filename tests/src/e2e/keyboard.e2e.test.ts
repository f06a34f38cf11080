import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, visit } from './browser.ts'
import { newStaff, PASSWORD } from './callers.ts'
import { press, tabTo, type } from './keyboard.ts'

/** What the tests of the features leave to do without a mouse; nothing here clicks. */
const store = inject('store')
const { shop } = store.addresses
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

describe('with the keyboard alone', () => {
  it('a shopper registers, saves an address, changes and removes it, and deletes the account', async () => {
    const { page, context, faults } = await visit(browser, shop)
    await page.goto('/')
    await press(page, 'link', 'Sign in')
    await press(page, 'link', 'Create an account')
    await heading(page, 'Create an account')
    await type(page, 'Name', 'Ada Lovelace')
    await type(page, 'E-mail', `${randomUUID()}@example.com`)
    await type(page, 'Password', PASSWORD)
    await page.keyboard.press('Enter')
    await heading(page, 'Hello Ada Lovelace')

    await press(page, 'link', /^Your addresses/)
    await heading(page, 'Your addresses')
    await type(page, 'Name', 'Ada Lovelace')
    await type(page, 'Street', '12 Market Street')
    await type(page, 'Postal code', '10115')
    await type(page, 'City', 'Berlin')
    await type(page, 'Country', 'Germ')
    await press(page, 'button', 'Save address')
    await page.getByText('The address is saved.').waitFor()
    await press(page, 'button', /^Change /)
    await type(page, 'City', 'Potsdam')
    await page.keyboard.press('Enter')
    await page.getByText('The address is changed.').waitFor()
    await page.getByText('Potsdam').first().waitFor()
    await press(page, 'button', /^Remove /)
    await page.getByText('The address is removed.').waitFor()

    await press(page, 'link', 'Account')
    await press(page, 'link', /^Delete your account/)
    await heading(page, 'Delete your account')
    await type(page, 'Password', PASSWORD)
    await press(page, 'button', 'Delete my account for good')
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  it('a shopper puts something into the cart, takes more of it, and takes it out', async () => {
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

  it('somebody of the staff adds a product, which the shop sells', async () => {
    const { page, context, faults } = await visit(browser, shop)
    await context.addCookies((await newStaff(store)).caller.cookies())
    const sku = `KEY-${String(Date.now() % 1000).padStart(3, '0')}`
    await page.goto('/admin/products')
    await press(page, 'link', /New product/)
    await type(page, 'SKU', sku)
    await type(page, 'First stock', '7')
    await type(page, 'Name', 'A ring for keys')
    await type(page, 'Category', 'Kit')
    await type(page, 'Price in EUR', '4.50')
    await type(page, 'Description', 'Holds them all together.')
    await press(page, 'button', 'Create the product')
    await heading(page, 'A ring for keys')
    await page.goto(`/products/${sku}`)
    await heading(page, 'A ring for keys')
    // It has no picture yet, and the page shows that it has none.
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([])
    await context.close()
  })
})
