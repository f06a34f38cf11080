import { randomUUID } from 'node:crypto'
import type { PlaceOrder } from '@aos/contracts/http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { until } from '../harness/until.ts'
import { anOrder } from '../load/burst.ts'
import { Shoppers } from '../load/shopper.ts'
import { seriousFindings } from './axe.ts'
import { openBrowser, visit } from './browser.ts'
import { Caller, newShopper, newStaff, PASSWORD, type SignedIn } from './callers.ts'
import { fillCart } from './shopping.ts'
import { tablesWith } from './tables-with.ts'
import { linkInMail } from './third-parties.ts'

const store = inject('store')
const { addresses } = store
const { shop } = addresses
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const anEmail = () => `${randomUUID()}@example.com`
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

async function orderAs(caller: Caller, given: Partial<PlaceOrder['customer']> = {}): Promise<string> {
  const shoppers = new Shoppers(shop)
  const products = (await shoppers.products()).filter(({ available }) => available > 20)
  await shoppers.close()
  const order = anOrder(products, 1)
  const { status, body } = await caller.call('placeOrder', {
    headers: { 'idempotency-key': randomUUID() },
    body: { ...order, customer: { ...order.customer, ...given } },
  })
  expect(status).toBe(202)
  return body.id
}

/** A browser in which somebody is signed in. */
async function visitAs({ caller }: SignedIn) {
  const it = await visit(browser, shop)
  await it.context.addCookies(caller.cookies())
  return it
}

describe('a newcomer', () => {
  it('registers with a cart in hand, verifies the address, and finds what they ordered as a guest', async () => {
    const { page, context, faults } = await visit(browser, shop)
    const email = anEmail()
    const id = await orderAs(new Caller(shop), { email: email.toUpperCase() })
    await fillCart(page, 'KET-001', 2)

    await page.getByRole('link', { name: 'Sign in' }).click()
    await heading(page, 'Sign in')
    await page.getByRole('link', { name: 'Create an account' }).click()
    await page.getByLabel('Name').fill('Ada Lovelace')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Create account' }).click()
    await heading(page, 'Hello Ada Lovelace')
    await page.getByRole('link', { name: /Cart/ }).click()
    await page.getByText('Copper').or(page.locator('[href="/products/KET-001"]')).first().waitFor()

    await page.goto('/account/orders')
    await page.getByText('You have not ordered anything yet').waitFor()
    await page.goto(await linkInMail(addresses.mailbox, email, /verify/))
    await heading(page, 'Your address is verified')
    await page.getByRole('link', { name: 'Your orders' }).click()
    await page.locator(`a[href="/orders/${id}"]`).click()
    await page.waitForURL(`**/orders/${id}`)
    expect(faults).toEqual([])
    await context.close()
  })

  it('hears beside the fields what is wrong, and loses nothing of what they typed', async () => {
    const { email } = await newShopper(shop)
    const { page, context } = await visit(browser, shop)
    await page.goto('/account/register')
    await page.getByLabel('E-mail').fill('ada')
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.getByText('Please tell us your name.').waitFor()
    const name = page.getByLabel('Name')
    expect(await name.evaluate((it) => it.matches(':focus'))).toBe(true)
    expect(await name.getAttribute('aria-invalid')).toBe('true')
    expect(await seriousFindings(page)).toEqual([])

    await name.fill('Ada')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.getByRole('alert').getByText('there is an account', { exact: false }).waitFor()
    expect(await page.getByLabel('E-mail').inputValue()).toBe(email)
    await context.close()
  })

  it('hears it from the shop where what checks forms could not be loaded', async () => {
    const { page, context } = await visit(browser, shop)
    await page.route(/\/assets\/errors-in-/, (route) => route.abort())
    await page.goto('/account/register')
    await page.getByLabel('E-mail').fill('ada')
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.locator('[name=email][aria-invalid=true]').waitFor()
    expect(await page.getByLabel('Name').evaluate((it) => it.matches(':focus'))).toBe(true)
    await context.close()
  })
})

describe('a shopper with an account', () => {
  it('signs in by the keyboard alone, goes on where they wanted to, and signs out', async () => {
    const ada = await newShopper(shop)
    const { page, context } = await visit(browser, shop)
    await page.goto('/account/addresses')
    await heading(page, 'Sign in')
    await page.getByLabel('E-mail').focus()
    await page.keyboard.type(ada.email)
    await page.keyboard.press('Tab')
    await page.keyboard.type('wrong password')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await heading(page, 'Your addresses')

    await page.goto('/account')
    await heading(page, /Hello/)
    await page.getByRole('button', { name: 'Sign out' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    await page.goto('/account/orders')
    await heading(page, 'Sign in')
    await context.close()
  })

  it('who forgot the password chooses another by e-mail', async () => {
    const ada = await newShopper(shop)
    const { page, context } = await visit(browser, shop)
    await page.goto('/account/sign-in')
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await heading(page, 'Forgot your password?')
    await page.getByLabel('E-mail').fill(ada.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByRole('status').getByText('Look into your e-mails').waitFor()
    await page.goto(await linkInMail(addresses.mailbox, ada.email, /password/))
    await page.getByLabel('New password', { exact: true }).fill('another horse battery')
    await page.getByRole('button', { name: 'Change password' }).click()
    await heading(page, 'Your password is changed')
    expect((await ada.caller.call('listOrders')).status).toBe(401)
    const signIn = (password: string) =>
      new Caller(shop).call('signIn', { body: { email: ada.email, password } })
    expect((await signIn(PASSWORD)).status).toBe(401)
    expect((await signIn('another horse battery')).status).toBe(200)
    await context.close()
  })

  it('sees their orders page by page, through refresh and back', async () => {
    const ada = await newShopper(shop)
    for (let n = 0; n < 11; n += 1) {
      const id = await orderAs(ada.caller)
      await ada.caller.call('cancelOrder', { params: { id }, body: {} })
    }
    const { page, context } = await visitAs(ada)
    await page.goto('/account/orders')
    const rows = page.locator('main li a[href^="/orders/"]')
    await page.getByText('Page 1 of 2').waitFor()
    expect(await rows.count()).toBe(10)
    await page.getByRole('link', { name: 'Older orders' }).click()
    await page.getByText('Page 2 of 2').waitFor()
    expect(await rows.count()).toBe(1)
    await page.reload()
    await page.getByText('Page 2 of 2').waitFor()
    await page.goBack()
    await page.getByText('Page 1 of 2').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await context.close()
  })

  it('keeps addresses, changes them and removes them', async () => {
    const { page, context } = await visitAs(await newShopper(shop))
    await page.goto('/account/addresses')
    await page.getByLabel('Name').fill('Ada Lovelace')
    await page.getByLabel('Street').fill('12 Market Street')
    await page.getByLabel('Postal code').fill('10115')
    await page.getByLabel('City').fill('Berlin')
    await page.getByLabel('Country').selectOption('DE')
    await page.getByRole('button', { name: 'Save address' }).click()
    await page.getByText('10115 Berlin').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Change Ada Lovelace, 12 Market Street' }).click()
    await page.getByLabel('City').fill('Potsdam')
    await page.getByRole('button', { name: 'Save address' }).click()
    await page.getByText('10115 Potsdam').waitFor()
    await page.getByRole('button', { name: /^Remove/ }).click()
    await page.getByText('10115 Potsdam').waitFor({ state: 'detached' })
    await context.close()
  })

  it('asks a guest who has the link of its order to sign in first', async () => {
    const ada = await newShopper(shop)
    const id = await orderAs(ada.caller)
    const { page, context } = await visit(browser, shop)
    await page.goto(`/orders/${id}`)
    await heading(page, 'Sign in')
    await page.getByLabel('E-mail').fill(ada.email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(`**/orders/${id}`)
    await context.close()
  })

  it('deletes the account: orders are kept, the person is gone', async () => {
    const ada = await newShopper(shop)
    const id = await orderAs(ada.caller, { name: 'Ada Lovelace', email: ada.email })
    const isDelivered = async () =>
      (await ada.caller.call('getOrder', { params: { id } })).body.status === 'delivered'
    await until('the parcel is delivered', isDelivered, { withinMs: 60_000 })
    expect(await tablesWith(ada.email, store.databaseUrls)).toContain('orders.orders')
    const { page, context } = await visitAs(ada)
    await page.goto('/account/delete')
    await page.getByRole('button', { name: 'Delete my account for good' }).click()
    await page.getByText('Please enter your password.').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Delete my account for good' }).click()
    await page.getByRole('link', { name: 'Sign in' }).waitFor()

    expect(
      (await new Caller(shop).call('signIn', { body: { email: ada.email, password: PASSWORD } })).status,
    ).toBe(401)
    expect((await new Caller(shop).call('getOrder', { params: { id } })).status).toBe(404)
    const staff = await newStaff(store)
    const order = async () => (await staff.caller.call('getOrder', { params: { id } })).body
    // Also those services that had them only for a parcel or an e-mail.
    await expect.poll(() => tablesWith(ada.email, store.databaseUrls), { timeout: 60_000 }).toEqual([])
    expect(JSON.stringify(await order())).not.toMatch(/Ada|Lovelace|@example\.com/)
    await context.close()
  })
})
