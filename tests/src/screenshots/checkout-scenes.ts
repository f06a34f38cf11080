import type { Page } from 'playwright-core'
import { fillAddress } from '../e2e/shopping.ts'
import { failsWith503, neverAnswers } from './answers.ts'
import { cartOrdered, detailsGiven, orderSent, putIntoCart } from './before-checkout.ts'
import { opened } from './open-scene.ts'
import type { Scene } from './scene.ts'

const order = /\/api\/v1\/orders$/

/** Frames of others stand still until they were on the screen. */
async function cardIsThere(page: Page): Promise<void> {
  const frame = 'iframe[title*=card]'
  await page.locator(frame).scrollIntoViewIfNeeded()
  await page.frameLocator(frame).getByLabel('CVC').waitFor()
}

export const checkoutScenes: Scene[] = [
  {
    name: 'checkout',
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
      await page.goto('/checkout')
      await cardIsThere(page)
    },
  },
  {
    name: 'checkout-errors',
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
      await page.goto('/checkout')
      await cardIsThere(page)
      await page.getByLabel('E-mail').fill('nonsense')
      await page.getByRole('button', { name: 'Review your order' }).click()
      await page.getByText('6 fields').waitFor()
    },
  },
  {
    name: 'checkout-debit',
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
      await page.goto('/checkout')
      await fillAddress(page, { email: 'ada.lovelace@example.com' })
      await page.getByRole('radio', { name: /SEPA/ }).check()
      await page.frameLocator('iframe[title*=IBAN]').getByLabel('IBAN').fill('DE89 3704')
      await page.getByRole('button', { name: 'Review your order' }).click()
      await page.getByText('Your IBAN is incomplete.').waitFor()
    },
  },
  {
    name: 'checkout-no-payment-form',
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
      await page.route(/\/v3\/$/, (route) => route.abort())
      await page.goto('/checkout')
      await page.getByText('The payment form could not be loaded').waitFor()
    },
  },
  {
    name: 'checkout-back-from-review',
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
      await detailsGiven(page, { delivery: 'express' })
      await page.goto('/checkout')
      await page.getByText('Visa ending in 4242').waitFor()
    },
  },
  {
    name: 'checkout-already-ordered',
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
      await cartOrdered(page)
      await opened(page, '/checkout')
      await page.getByText('You have ordered this already').waitFor()
    },
  },
  {
    name: 'checkout-finishing',
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
      await orderSent(page, 'MUG-001')
      await neverAnswers(page, order)
      await page.goto('/checkout')
      await page.getByText('Finishing your order').waitFor()
    },
  },
  {
    name: 'checkout-unanswered',
    show: async ({ page }) => {
      await page.clock.install()
      await putIntoCart(page, 'MUG-001')
      await orderSent(page, 'MUG-001')
      await failsWith503(page, order)
      await page.goto('/checkout')
      const notice = page.getByText('heard nothing back')
      // It asks nine times, with pauses in between.
      for (let skips = 0; skips < 60 && !(await notice.isVisible()); skips += 1)
        await page.clock.fastForward(5_000)
      await notice.waitFor()
    },
  },
]
