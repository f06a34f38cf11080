import type { Page } from 'playwright-core'

export interface Checkout {
  email: string
  card?: string
  street?: string
  delivery?: RegExp
}

export async function fillCart(page: Page, sku: string, quantity = 1): Promise<void> {
  await page.goto(`/products/${sku}`)
  const field = page.getByLabel('Quantity', { exact: true })
  await field.fill(String(quantity))
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByText('Added.').waitFor()
}

/** Fills everything in, and goes on to where it is looked at once more. */
export async function fillCheckout(page: Page, given: Checkout): Promise<void> {
  await page.goto('/checkout')
  await fillAddress(page, given)
  if (given.delivery) await page.getByRole('radio', { name: given.delivery }).check()
  await fillCard(page, given.card)
  await toReview(page)
}

export async function fillAddress(page: Page, { email, street }: Pick<Checkout, 'email' | 'street'>) {
  await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Street').fill(street ?? '12 Market Street')
  await page.getByLabel('Postal code').fill('10115')
  await page.getByLabel('City').fill('Berlin')
  await page.getByLabel('Country').selectOption('DE')
}

export async function fillCard(page: Page, card = '4242424242424242'): Promise<void> {
  const frame = page.frameLocator('iframe[title*=card]')
  await frame.getByLabel('Card number').fill(card)
  await frame.getByLabel('Expiry').fill('12/34')
  await frame.getByLabel('CVC').fill('123')
}

export async function toReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review your order' }).click()
  await page.waitForURL('**/checkout/review')
  await placeButton(page).waitFor()
}

export const placeButton = (page: Page) => page.getByRole('button', { name: 'Place order' })

/** @returns the id of the order, once its page is shown. */
export async function placeOrder(page: Page): Promise<string> {
  await placeButton(page).click()
  return orderShown(page)
}

export async function orderShown(page: Page): Promise<string> {
  await page.waitForURL(/\/orders\/[\da-f-]{36}/)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** Waits until the live page says so, without a reload. */
export const becomes = (page: Page, status: string): Promise<void> =>
  page.locator(`[role=status][data-status="${status}"]`).waitFor({ timeout: 60_000 })

/** Of the services' steps, which the page shows to operators. */
export async function stepsDone(page: Page): Promise<string[]> {
  await page.locator('details > summary', { hasText: 'For operators' }).waitFor()
  const closed = page.locator('details:not([open]) > summary', { hasText: 'For operators' })
  if (await closed.isVisible()) await closed.click()
  return page
    .locator('li[data-step][data-state="done"]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-step') ?? ''))
}
