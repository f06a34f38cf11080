import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aLongHistory } from '../screenshots/account-lists.ts'
import { orderStates } from '../screenshots/order-states.ts'
import { openBrowser, visit } from './browser.ts'
import { newShopper, PASSWORD } from './callers.ts'
import { heading, press, type } from './keyboard.ts'
import { linkInMail } from './third-parties.ts'

/** What the tests of the features leave to do without a mouse; nothing here clicks. */
const { shop, mailbox } = inject('store').addresses
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('with the keyboard alone, somebody with an account', () => {
  it('registers, saves an address, changes and removes it, and deletes the account', async () => {
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

  it('who forgot the password chooses another one, and signs in with it', async () => {
    const { email } = await newShopper(shop)
    const { page, context, faults } = await visit(browser, shop)
    await page.goto('/account/sign-in')
    await press(page, 'link', 'Forgot your password?')
    await heading(page, 'Forgot your password?')
    await type(page, 'E-mail', email)
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('Look into your e-mails').waitFor()

    await page.goto(await linkInMail(mailbox, email, /password/))
    await heading(page, 'Choose a new password')
    await type(page, 'New password', 'another horse battery')
    await press(page, 'button', 'Show: New password')
    await page.getByRole('button', { name: 'Show: New password', pressed: true }).waitFor()
    await press(page, 'button', 'Change password')
    await heading(page, 'Your password is changed')

    await press(page, 'link', 'Sign in')
    await heading(page, 'Sign in')
    await type(page, 'E-mail', email)
    await type(page, 'Password', 'another horse battery')
    await page.keyboard.press('Enter')
    await heading(page, 'Hello Ada Lovelace')
    expect(faults).toEqual([])
    await context.close()
  })

  it('goes through the pages of their orders, and opens one', async () => {
    const { caller } = await newShopper(shop)
    const { page, context, faults } = await visit(browser, shop)
    await context.addCookies(caller.cookies())
    await page.route(/\/api\/v1\/orders\?/, (route) => {
      const at = Number(new URL(route.request().url()).searchParams.get('page'))
      return route.fulfill({ json: { ...aLongHistory, page: at } })
    })
    // Whoever comes to the link of an order has it looked up already.
    await page.route(/\/api\/v1\/orders\/[\da-f-]+$/, (route) =>
      route.fulfill({ json: orderStates.delivered }),
    )
    await page.goto('/account/orders')
    await press(page, 'link', 'Older orders')
    await page.getByText('Page 2 of 3').waitFor()
    await press(page, 'link', 'Newer orders')
    await page.getByText('Page 1 of 3').waitFor()
    expect(faults).toEqual([])
    await press(page, 'link', /^Order of /)
    await heading(page, 'Your order')
    expect(page.url()).toContain(aLongHistory.orders[0]?.id)
    await context.close()
  })
})
