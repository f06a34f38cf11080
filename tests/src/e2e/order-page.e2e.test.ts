import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { until } from '../harness/until.ts'
import { anOrder } from '../load/burst.ts'
import { good } from '../load/kinds.ts'
import { Shoppers } from '../load/shopper.ts'
import { type OrderState, openOrder } from '../screenshots/order-states.ts'
import { seriousFindings } from './axe.ts'
import { openBrowser, type Visit, visit } from './browser.ts'
import { tabTo } from './keyboard.ts'
import { becomes } from './shopping.ts'
import { chargesOf, parcelsOf } from './third-parties.ts'

const { addresses } = inject('store')
const shoppers = new Shoppers(addresses.shop)
let browser: Browser
let shopper: Visit

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await shoppers.close()
})
beforeEach(async () => {
  shopper = await visit(browser, addresses.shop)
})
afterEach(async () => {
  await shopper.context.close()
})

/** Places an order behind the page's back and opens its page, as a link in an e-mail does. */
async function order(
  page: Page,
  { card = 'pm_card_visa', street = '12 Market Street' } = {},
): Promise<string> {
  const products = (await shoppers.products()).filter(({ available }) => available > 20)
  const some = anOrder(products, Math.floor(Math.random() * products.length))
  const { customer } = some
  const { id } = await shoppers.place(
    { ...some, paymentMethod: card, customer: { ...customer, address: { ...customer.address, street } } },
    good,
  )
  await page.goto(`/orders/${id}`)
  return id
}

/** The bank takes its time, so that there is something to see. */
const slow = { card: 'pm_card_processing' }
/** The carrier never comes for a parcel to there by itself. */
const stays = { street: '1 test-stuck Lane' }

const cancelButton = (page: Page) => page.getByRole('button', { name: 'Cancel order' })
const dialog = (page: Page) => page.getByRole('alertdialog')
const milestonesThat = (page: Page, state: 'done' | 'now' | 'next') =>
  page.locator(`li[data-milestone="${state}"]`).allInnerTexts()

/** What a screen reader is told from now on. */
const listen = (page: Page) =>
  page.evaluate(`{
    globalThis.told = []
    const region = document.querySelector('[role=status][data-status]')
    new MutationObserver(() => told.push(region.innerText.replace(/\\s+/g, ' ')))
      .observe(region, { subtree: true, childList: true, characterData: true })
  }`)
const told = (page: Page) => page.evaluate<string[]>('globalThis.told')

describe('the page of an order', () => {
  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['has no events', (page) => page.addInitScript('delete globalThis.EventSource')],
    ['gets no events', (page) => page.route('**/api/v1/orders/*/events', (route) => route.abort())],
    ['has its events kept back on the way', (page) => page.route('**/api/v1/orders/*/events', () => {})],
  ])('follows along in a browser that %s', async (_, block) => {
    const { page } = shopper
    await block(page)
    await order(page)
    await becomes(page, 'delivered')
    expect(await milestonesThat(page, 'done')).toHaveLength(6)
    expect(await milestonesThat(page, 'next')).toEqual([])
  })

  it('tells screen readers what changed, each thing once', async () => {
    const { page } = shopper
    await order(page, slow)
    await page.locator('[role=status][data-status]').waitFor()
    await listen(page)
    await becomes(page, 'delivered')
    const heard = await told(page)
    expect(heard.at(-1)).toBe('Delivered We hope you enjoy it.')
    expect(heard.filter((text) => text.startsWith('On its way'))).toHaveLength(1)
    expect(new Set(heard).size).toBe(heard.length)
  })

  it('says what is done, what is now and what comes, and what the shipment company reports', async () => {
    const { page } = shopper
    const id = await order(page, stays)
    await page.getByText('Announced, not picked up yet').waitFor()
    const [parcel] = await parcelsOf(addresses.carrier, id)
    await page.getByText(parcel?.trackingNumber ?? 'a parcel', { exact: true }).waitFor()
    await until('it is packed', async () => (await milestonesThat(page, 'done')).length === 4)
    expect(await milestonesThat(page, 'now')).toEqual([expect.stringContaining('Waiting to be picked up')])
    expect(await milestonesThat(page, 'next')).toEqual([expect.stringContaining('Delivery')])
    expect(await page.locator('li[aria-current="step"]').count()).toBe(1)
    expect(shopper.faults).toEqual([])
    // Nothing that this carrier does ends it.
    await cancelButton(page).click()
    await dialog(page).getByRole('button', { name: 'Yes, cancel it' }).click()
    await becomes(page, 'cancelled')
  })

  it('leads on from a declined card, back to the cart with its items', async () => {
    const { page } = shopper
    await order(page, { card: 'pm_card_visa_chargeDeclinedInsufficientFunds' })
    await becomes(page, 'rejected')
    await page.getByText('You have not been charged').waitFor()
    await page.getByRole('button', { name: 'Put the items back into the cart' }).click()
    await page.waitForURL('**/cart')
    await page.getByRole('link', { name: 'Checkout' }).or(page.getByText('Total')).first().waitFor()
  })
})

it('long names and addresses fit on a phone', async () => {
  const { page } = shopper
  await page.setViewportSize({ width: 390, height: 844 })
  await openOrder(page, 'long')
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
})

describe('an order is cancelled', () => {
  /** With nothing but the Tab key. */
  const focused = (page: Page) => page.evaluate<string>('document.activeElement?.textContent ?? ""')

  it('by keyboard alone: asked first, with what it means for the money', async () => {
    const { page, faults } = shopper
    const id = await order(page, stays)
    await becomes(page, 'approved')
    await tabTo(page, cancelButton(page))
    await page.keyboard.press('Enter')
    await dialog(page).getByText('goes back the way you paid').waitFor()
    expect(await focused(page)).toBe('Keep it')
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'hidden' })
    expect(await focused(page)).toBe('Cancel order')

    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Yes, cancel it')
    await page.keyboard.press('Enter')
    await becomes(page, 'cancelled')
    await page.getByText('We returned all of your').waitFor()
    await page.getByText('returned to you').first().waitFor()
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('H1')
    const [charge] = await chargesOf(addresses.paymentBroker, id)
    expect(charge).toMatchObject({ status: 'succeeded', refunded: charge?.captured })
    expect(faults).toEqual([])
  })

  it('no more once the parcel has left, which the open question notices', async () => {
    const { page } = shopper
    await order(page, slow)
    await cancelButton(page).click()
    await dialog(page).getByText('It is too late').waitFor()
    expect(await page.getByRole('button', { name: 'Yes, cancel it' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByText('can no longer be cancelled').first().waitFor()
  })
})

describe('an order that comes to nothing', () => {
  it.each<[OrderState, string[]]>([
    [
      'rejected-sold-out',
      ['you wanted 2, 1 is left', 'You have not been charged', 'take as many as there are'],
    ],
    ['rejected-declined', ['insufficient funds', 'You have not been charged', 'another card']],
    ['rejected-repriced', ['A price changed', 'You have not been charged', 'what they cost today']],
    ['cancelled', ['You cancelled it', 'You have not been charged', 'change your mind again']],
    ['cancelled-refunded', ['You cancelled it', 'We returned all of your €156.00', 'change your mind again']],
    ['cancelled-undeliverable', ['could not carry', 'We returned all of your €156.00', 'another address']],
  ])('as %s says why, what became of the money, and the way on', async (state, words) => {
    const { page } = shopper
    await openOrder(page, state)
    const status = page.getByRole('region', { name: 'Status' })
    for (const word of words) await status.getByText(word).waitFor()
    await status.getByRole('button', { name: 'Put the items back into the cart' }).waitFor()
    expect(await cancelButton(page).count()).toBe(0)
  })
})
