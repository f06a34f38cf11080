import type { Product } from '@aos/contracts/http'
import type { Page } from 'playwright-core'
import { fillAddress, fillCard, fillCart, fillCheckout, placeButton } from '../e2e/shopping.ts'
import { changes, failsWith503, neverAnswers } from './answers.ts'
import type { Scene } from './scene.ts'

const product = /\/api\/v1\/products\/[A-Z0-9-]+$/
const cart = /\/api\/v1\/cart$/
const order = /\/api\/v1\/orders$/
const email = 'ada.lovelace@example.com'

const longName =
  'The Unreasonably Long-Winded Donaudampfschifffahrtsgesellschaftskapitänsmützenständer of Solid Walnut'

/** Frames are drawn once they were on the screen. */
async function cardIsThere(page: Page): Promise<void> {
  const cvc = page.frameLocator('iframe[title*=card]').getByLabel('CVC')
  await cvc.waitFor()
  await cvc.scrollIntoViewIfNeeded()
}

const many = ['MUG-001', 'NTB-001', 'CUP-001', 'CND-001', 'STR-001', 'FLK-001', 'TOP-001', 'DIC-001']

async function fillWithMany(page: Page): Promise<void> {
  for (const [i, sku] of many.entries()) await fillCart(page, sku, i + 1)
}

/** Only so many are left of everything, from now on. */
const onlyLeft = (page: Page, available: number) =>
  changes<Product>(page, product, (one) => ({ ...one, available }))

export const checkoutScenes: Scene[] = [
  { name: 'cart-empty', show: ({ page }) => page.goto('/cart') },
  {
    name: 'cart',
    show: async ({ page }) => {
      await fillCart(page, 'MUG-001')
      await page.goto('/cart')
      await page.getByText('VAT').waitFor()
    },
  },
  {
    name: 'cart-many',
    show: async ({ page }) => {
      await fillWithMany(page)
      await page.goto('/cart')
      await page.getByText('VAT').waitFor()
    },
  },
  {
    name: 'cart-trouble-long-name',
    show: async ({ page }) => {
      await fillCart(page, 'MUG-001', 5)
      await fillCart(page, 'CUP-001', 1)
      await changes<Product>(page, product, (one) =>
        one.sku === 'MUG-001' ? { ...one, name: longName, available: 2 } : { ...one, available: 0 },
      )
      await page.goto('/cart')
      await page.getByText('Only 2 left').waitFor()
    },
  },
  {
    name: 'cart-loading',
    screenOnly: true,
    show: async ({ page }) => {
      await neverAnswers(page, cart)
      await page.goto('/cart')
      await page.getByText('Loading your cart').waitFor({ state: 'attached' })
    },
  },
  {
    name: 'cart-error',
    show: async ({ page }) => {
      await failsWith503(page, cart)
      await page.goto('/cart')
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'checkout',
    show: async ({ page }) => {
      await fillCart(page, 'MUG-001')
      await page.goto('/checkout')
      await cardIsThere(page)
    },
  },
  {
    name: 'checkout-errors',
    show: async ({ page }) => {
      await fillCart(page, 'MUG-001')
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
      await fillCart(page, 'MUG-001')
      await page.goto('/checkout')
      await fillAddress(page, { email })
      await page.getByRole('radio', { name: /SEPA/ }).check()
      await page.frameLocator('iframe[title*=IBAN]').getByLabel('IBAN').fill('DE89 3704')
      await page.getByRole('button', { name: 'Review your order' }).click()
      await page.getByText('Your IBAN is incomplete.').waitFor()
    },
  },
  {
    name: 'checkout-no-payment-form',
    show: async ({ page }) => {
      await fillCart(page, 'MUG-001')
      await page.route(/\/v3\/$/, (route) => route.abort())
      await page.goto('/checkout')
      await page.getByText('The payment form could not be loaded').waitFor()
    },
  },
  {
    name: 'checkout-back-from-review',
    show: async ({ page }) => {
      await fillCart(page, 'MUG-001')
      await fillCheckout(page, { email, delivery: /Express/ })
      await page.goBack()
      await page.getByText('Visa ending in 4242').waitFor()
    },
  },
  {
    name: 'review',
    show: async ({ page }) => {
      await fillCart(page, 'MUG-001')
      await fillCheckout(page, { email })
    },
  },
  {
    name: 'review-many-long-name',
    show: async ({ page }) => {
      await fillWithMany(page)
      await changes<Product>(page, product, (one) =>
        one.sku === 'CUP-001' ? { ...one, name: longName } : one,
      )
      await fillCheckout(page, { email })
    },
  },
  {
    name: 'review-price-changed',
    show: async ({ page }) => {
      await fillCart(page, 'MUG-001')
      await fillCheckout(page, { email })
      await changes<Product>(page, product, (one) => ({
        ...one,
        price: { ...one.price, amount: one.price.amount + 200 },
      }))
      await placeButton(page).click()
      await page.getByText('Prices changed while you were here').waitFor()
    },
  },
  {
    name: 'review-sold-out',
    show: async ({ page }) => {
      await fillCart(page, 'MUG-001', 2)
      await fillCheckout(page, { email })
      await onlyLeft(page, 0)
      await placeButton(page).click()
      await page.getByText('Not everything can be had any more').waitFor()
    },
  },
  {
    name: 'review-refused',
    show: async ({ page }) => {
      await fillCart(page, 'MUG-001')
      await fillCheckout(page, { email })
      await page.route(order, (route) =>
        route.fulfill({
          status: 422,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: 'about:blank',
            title: 'The request cannot be fulfilled',
            status: 422,
            detail: 'this delivery is not offered any more; choose another one',
            code: 'no-such-delivery',
            requestId: 'c6e5f7aa-7f0e-4b8e-9a53-2f6d1c4b8e10',
          }),
        }),
      )
      await placeButton(page).click()
      await page.getByText('We could not take this order').waitFor()
    },
  },
  {
    name: 'review-placing',
    screenOnly: true,
    show: async ({ page }) => {
      await page.goto('/')
      await fillCart(page, 'MUG-001')
      await page.goto('/checkout')
      await fillAddress(page, { email })
      await fillCard(page)
      await page.getByRole('button', { name: 'Review your order' }).click()
      await neverAnswers(page, order)
      await placeButton(page).click()
      await page.getByRole('button', { name: 'Placing your order' }).waitFor()
    },
  },
]
