import type { Page } from 'playwright-core'

export interface Checkout {
  email: string
  card?: string
  street?: string
}

export async function fillCart(page: Page, sku: string, quantity = 1): Promise<void> {
  await page.goto(`/products/${sku}`)
  const field = page.getByLabel('Quantity', { exact: true })
  await field.fill(String(quantity))
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByText('Added.').waitFor()
}

export async function fillCheckout(page: Page, { email, card = '4242424242424242', street }: Checkout) {
  await page.goto('/checkout')
  await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Street').fill(street ?? '12 Market Street')
  await page.getByLabel('Postal code').fill('10115')
  await page.getByLabel('City').fill('Berlin')
  await page.getByLabel('Country').selectOption('DE')
  const frame = page.frameLocator('iframe')
  await frame.getByLabel('Card number').fill(card)
  await frame.getByLabel('Expiry').fill('12/34')
  await frame.getByLabel('CVC').fill('123')
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
  const closed = page.locator('details:not([open]) > summary', { hasText: 'For operators' })
  if (await closed.isVisible()) await closed.click()
  return page
    .locator('li[data-step][data-state="done"]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-step') ?? ''))
}
