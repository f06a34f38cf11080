import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, visit } from './browser.ts'
import { type Caller, newShopper, PASSWORD, type SignedIn } from './callers.ts'
import { fillCard, fillCart, placeOrder, toReview } from './shopping.ts'

const { shop } = inject('store').addresses
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const inCart = (page: Page, sku: string) =>
  page.getByRole('main').locator(`li:has([href="/products/${sku}"])`)

async function putIntoCart(caller: Caller, sku: string, quantity: number): Promise<void> {
  const { status } = await caller.call('setCartLine', { params: { sku }, body: { quantity } })
  expect(status).toBe(200)
}

describe('who signs in', () => {
  it('has in the cart what they chose as a guest, beside what lay there before', async () => {
    const ada = await newShopper(shop)
    await putIntoCart(ada.caller, 'MUG-001', 2)
    const { page, context, faults } = await visit(browser, shop)
    await fillCart(page, 'KET-001', 1)
    await page.goto('/account/sign-in?to=/cart')
    await signIn(page, ada.email)
    await page.waitForURL('**/cart')
    await inCart(page, 'KET-001').waitFor()
    const before = inCart(page, 'MUG-001').getByLabel(/^Quantity of/)
    expect(await before.inputValue()).toBe('2')

    // What is theirs stays with the account, not with the browser.
    await page.goto('/account')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    await page.goto('/cart')
    await heading(page, 'Your cart is empty')
    expect(faults).toEqual([])
    await context.close()
  })

  it('checks out with an address that was saved, without typing it', async () => {
    const ada = await newShopper(shop)
    await save(ada, { street: '7 Harbour Road', postalCode: '20095', city: 'Hamburg', country: 'DE' })
    const { page, context, faults } = await visit(browser, shop)
    await fillCart(page, 'MUG-001', 1)
    await page.goto('/checkout')
    await page.getByRole('main').getByRole('link', { name: 'sign in' }).click()
    await heading(page, 'Sign in')
    await signIn(page, ada.email)
    await page.waitForURL('**/checkout')
    await page.getByLabel('Use a saved address').selectOption({ label: 'Ada Byron, 7 Harbour Road, Hamburg' })
    const filled = [
      ['Name', 'Ada Byron'],
      ['E-mail', ada.email],
      ['Street', '7 Harbour Road'],
      ['Postal code', '20095'],
      ['City', 'Hamburg'],
      ['Country', 'DE'],
    ] as const
    for (const [label, value] of filled)
      expect(await page.getByLabel(label, { exact: true }).inputValue()).toBe(value)
    await fillCard(page)
    await toReview(page)
    const id = await placeOrder(page)
    const { body } = await ada.caller.call('getOrder', { params: { id } })
    expect(body.customer).toMatchObject({ name: 'Ada Byron', address: { city: 'Hamburg' } })
    expect(faults).toEqual([])
    await context.close()
  })

  it('hears after a few wrong passwords how long to wait, and keeps what was typed', async () => {
    const { email } = await newShopper(shop)
    const { page, context } = await visit(browser, shop)
    await page.goto('/account/sign-in')
    const alert = page.getByRole('alert')
    await expect
      .poll(
        async () => {
          await signIn(page, email, `wrong ${randomUUID()}`)
          await alert.waitFor()
          return alert.textContent()
        },
        { timeout: 60_000 },
      )
      .toMatch(/tried too often; wait 15 minutes/)
    expect(await page.getByLabel('E-mail').inputValue()).toBe(email)
    await context.close()
  })
})

describe('a company that vouches for people', () => {
  it('signs somebody in, who goes on where they were', async () => {
    const email = `${randomUUID()}@example.com`
    const { page, context } = await visitProvider('/account/addresses')
    await page.locator('input[name=login]').fill(email)
    await page.locator('input[name=password]').fill('whatever')
    await page.getByRole('button', { name: 'Sign-in' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await heading(page, 'Your addresses')
    await page.goto('/account')
    await heading(page, 'Hello Ada Lovelace')
    // The company has verified it.
    expect(await page.getByText('Please verify your e-mail address').count()).toBe(0)
    await context.close()
  })

  it('sends back whoever changes their mind, who can sign in otherwise', async () => {
    const { page, context } = await visitProvider('/account/addresses')
    await page.getByRole('link', { name: 'Cancel' }).click()
    await page.getByRole('alert').getByText('Signing in did not work').waitFor()
    const { email } = await newShopper(shop)
    await signIn(page, email)
    await heading(page, /Hello|Your addresses/)
    await context.close()
  })
})

/** In front of the provider, on the way to a page of accounts. */
async function visitProvider(to: string) {
  const it = await visit(browser, shop)
  // Its page asks for a font that no test should wait for.
  await it.page.route('https://fonts.googleapis.com/**', (route) => route.abort())
  await it.page.goto(to)
  await it.page.getByRole('button', { name: 'Sign in with Example Login' }).click()
  await it.page.waitForURL('**/interaction/**')
  return it
}

async function save({ caller }: SignedIn, address: Record<string, string>): Promise<void> {
  const { status } = await caller.call('addAddress', { body: { name: 'Ada Byron', address } })
  expect(status).toBe(201)
}
