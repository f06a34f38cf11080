import { randomUUID } from 'node:crypto'
import type { Product } from '@aos/contracts/http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { until } from '../harness/until.ts'
import { seriousFindings } from './axe.ts'
import { openBrowser, visit } from './browser.ts'
import { PASSWORD } from './callers.ts'
import { inEnglishAlone, words } from './shop-words.ts'
import { becomes, fillCard, orderShown } from './shopping.ts'
import { mailsTo } from './third-parties.ts'

const { shop, mailbox } = inject('store').addresses
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const price = /\d,\d\d\s€/
const day =
  /am (\d{1,2}\. (?:Januar|Februar|März|April|Mai|Ju[nl]i|August|(?:Septem|Okto|Novem|Dezem)ber) 20\d\d)/

/** @returns what can be seen and heard on the page. */
async function isGerman(page: Page): Promise<string> {
  const body = page.locator('body')
  const text = [await page.title(), await body.textContent(), await body.ariaSnapshot()].join('\n')
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  const english = inEnglishAlone.filter((message) => text.includes(message))
  expect(english, page.url()).toEqual([])
  expect(text, page.url()).not.toMatch(/€\d+\.\d\d/)
  expect(await seriousFindings(page), page.url()).toEqual([])
  return text
}

const sku = 'MUG-001'
const anEmail = () => `${randomUUID()}@example.com`
const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const inHeader = (page: Page, name: string) =>
  page.getByRole('banner').getByRole('navigation').getByRole('link', { name })

async function addToCart(page: Page, { adding }: typeof words.de): Promise<void> {
  await button(page, adding.add).click()
  await page.getByText(adding.added).waitFor()
}

describe('with a German browser', () => {
  const { shell, catalogue, listing, cart, checkout, order, account } = words.de

  it('a shopper registers, finds something, orders it and finds the order again, all in German', async () => {
    const { page, context, faults } = await visit(browser, shop, { locale: 'de-DE' })
    await page.goto('/')
    await heading(page, catalogue.start.heading)
    expect(await isGerman(page)).toMatch(price)

    await inHeader(page, shell.signIn).click()
    await heading(page, account.signIn.title)
    await isGerman(page)
    await page.getByRole('link', { name: account.createAnAccount }).click()
    await heading(page, account.createAnAccount)
    await button(page, account.register.action).click()
    await page.getByText(account.register.enterName).waitFor()
    await isGerman(page)
    await field(page, account.register.name).fill('Ada Lovelace')
    const address = anEmail()
    await field(page, account.email).fill(address)
    await field(page, account.password).fill(PASSWORD)
    await button(page, account.register.action).click()
    await heading(page, account.home.hello('Ada Lovelace'))
    await isGerman(page)

    const { name } = (await (await fetch(`${shop}/api/v1/products/${sku}`)).json()) as Product
    await page.getByRole('combobox', { name: shell.search.inShop }).fill(name)
    await page.keyboard.press('Enter')
    await heading(page, listing.quoted(name))
    const found = page.getByRole('main').locator(`a[href="/products/${sku}"]`).first()
    await found.waitFor()
    expect(await isGerman(page)).toMatch(price)
    await found.click()
    await heading(page, name)
    await addToCart(page, words.de)
    expect(await isGerman(page)).toMatch(price)

    await inHeader(page, shell.cart).click()
    await heading(page, cart.heading)
    await page.getByText(price).first().waitFor()
    expect(await isGerman(page)).toMatch(price)
    await page.getByRole('link', { name: cart.checkout }).click()
    const email = field(page, checkout.fields.email)
    await expect.poll(() => email.inputValue(), { timeout: 20_000 }).toMatch(/@/)
    await field(page, checkout.fields.street).fill('Marktstraße 12')
    await field(page, checkout.fields.postalCode).fill('10115')
    await field(page, checkout.fields.city).fill('Berlin')
    await field(page, checkout.fields.country).selectOption({ label: 'Deutschland' })
    await fillCard(page)
    expect(await isGerman(page)).toMatch(price)
    await button(page, checkout.toReview).click()
    await heading(page, checkout.review.heading)
    await page.getByText(checkout.payment.cardEnding('Visa', '4242')).waitFor()
    expect(await isGerman(page)).toMatch(price)
    await button(page, checkout.review.place).click()

    const id = await orderShown(page)
    await becomes(page, 'approved')
    // It goes on by itself; what axe looks at should stand still.
    await becomes(page, 'delivered')
    const ordered = await isGerman(page)
    expect(ordered).toMatch(price)
    expect(ordered).toContain(order.heading)

    await page.goto('/account/orders')
    await heading(page, account.yourOrders)
    const [, date] = day.exec(ordered) ?? []
    const row = page.getByRole('main').locator(`a[href="/orders/${id}"]`)
    expect(await row.textContent()).toBe(account.orders.of(date ?? 'a day'))
    expect(await isGerman(page)).toMatch(price)

    await until('all letters are in the mailbox', async () => (await mailsTo(mailbox, address)).length === 4)
    const mails = await mailsTo(mailbox, address)
    const subjects = mails.map(({ subject }) => subject.replace(/\d+,\d\d\s€/, '… €'))
    expect(subjects.toSorted()).toEqual([
      'Bitte bestätigen Sie Ihre E-Mail-Adresse',
      'Ihr Paket ist angekommen',
      'Ihr Paket ist unterwegs',
      'Ihre Bestellung über … € ist bestätigt',
    ])
    for (const { subject, text, html } of mails) {
      expect(text, subject).toContain('Guten Tag Ada Lovelace!')
      expect(text, subject).not.toMatch(/Hello|Your|€\d/)
      expect(html, subject).toContain('<html lang="de"')
    }
    for (const { subject, text } of mails.filter(({ text }) => text.includes(id))) {
      expect(text.replace(/\s+/g, ' '), subject).toContain(name)
      expect(text, subject).toMatch(price)
      expect(text, subject).toMatch(new RegExp(`Bestellung ansehen:\\s+https?://\\S+/orders/${id}\\s`))
    }
    expect(faults).toEqual([])
    await context.close()
  }, 300_000)
})

it.each([
  ['en-IE', 'en', 'de', 'Deutsch'],
  ['de-DE', 'de', 'en', 'English'],
] as const)('with a browser in %s a shopper gets from %s to %s, and stays', async (...given) => {
  const [locale, before, after, choice] = given
  const { page, context, faults } = await visit(browser, shop, { locale })
  const email = anEmail()
  await page.goto(`/products/${sku}`)
  await addToCart(page, words[before])
  await page.goto('/checkout')
  await field(page, words[before].checkout.fields.email).fill(email)
  await field(page, words[before].checkout.fields.city).fill('Berlin')
  await page.getByRole('contentinfo').getByRole('button', { name: choice }).click()
  expect(await field(page, words[after].checkout.fields.email).inputValue()).toBe(email)
  expect(await field(page, words[after].checkout.fields.city).inputValue()).toBe('Berlin')
  expect(await page.locator('html').getAttribute('lang')).toBe(after)

  const nextVisit = await context.newPage()
  await nextVisit.goto('/')
  await heading(nextVisit, words[after].catalogue.start.heading)
  expect(await nextVisit.locator('html').getAttribute('lang')).toBe(after)
  expect(faults).toEqual([])
  await context.close()
})
