import type { Product } from '@aos/contracts/http'
import type { Page } from 'playwright-core'
import { fillCheckout, placeButton } from '../e2e/shopping.ts'
import { changes, neverAnswers, refuses } from './answers.ts'
import { detailsGiven, fillWithMany, putIntoCart } from './before-checkout.ts'
import { opened } from './open-scene.ts'
import { anyProduct, longName } from './products.ts'
import type { Scene } from './scene.ts'

const order = /\/api\/v1\/orders$/

/** For who gave all details before. */
async function openReview(page: Page): Promise<void> {
  await detailsGiven(page)
  await page.goto('/checkout/review')
  await placeButton(page).waitFor()
}

export const reviewScenes: Scene[] = [
  {
    name: 'review',
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
      await fillCheckout(page, { email: 'ada.lovelace@example.com' })
    },
  },
  {
    name: 'review-many-long-name',
    show: async ({ page }) => {
      await fillWithMany(page)
      await changes<Product>(page, anyProduct, (one) =>
        one.sku === 'CUP-001' ? { ...one, name: longName } : one,
      )
      await openReview(page)
    },
  },
  {
    name: 'review-price-changed',
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
      await openReview(page)
      await changes<Product>(page, anyProduct, (one) => ({
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
      await putIntoCart(page, 'MUG-001', 2)
      await openReview(page)
      await changes<Product>(page, anyProduct, (one) => ({ ...one, available: 0 }))
      await placeButton(page).click()
      await page.getByText('Not everything can be had any more').waitFor()
    },
  },
  {
    name: 'review-refused',
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
      await openReview(page)
      await refuses(page, order, {
        status: 422,
        code: 'no-such-delivery',
        detail: 'this delivery is not offered any more; choose another one',
      })
      await placeButton(page).click()
      await page.getByText('We could not take this order').waitFor()
    },
  },
  {
    name: 'review-placing',
    screenOnly: true,
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
      await openReview(page)
      await neverAnswers(page, order)
      await placeButton(page).click()
      await page.getByRole('button', { name: 'Placing your order' }).waitFor()
    },
  },
  {
    name: 'review-direct-debit',
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
      const payment = { id: 'pm_scene', type: 'sepa-debit', label: 'Account ending in 3000' }
      await detailsGiven(page, { payment })
      await opened(page, '/checkout/review')
      await page.getByText('Within eight weeks').waitFor()
    },
  },
]
