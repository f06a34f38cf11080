import { words } from '../e2e/shop-words.ts'
import { aLongHistory } from './account-lists.ts'
import { answersWith, failsWith503 } from './answers.ts'
import { detailsGiven, putIntoCart } from './before-checkout.ts'
import { opened } from './open-scene.ts'
import { openOrder } from './order-states.ts'
import type { Scene } from './scene.ts'
import { asShopper } from './signed-in.ts'

const { shell, cart, checkout } = words.de

const inGerman = (scenes: Scene[]): Scene[] =>
  scenes.map((scene) => ({ ...scene, name: `german-${scene.name}`, locale: 'de-DE' }))

/** The main pages: German words are longer. */
export const germanScenes: Scene[] = inGerman([
  { name: 'start', show: ({ page }) => opened(page, '/') },
  { name: 'category', show: ({ page }) => opened(page, '/categories/kitchen') },
  { name: 'search', show: ({ page }) => opened(page, '/search?q=ketle&max=90') },
  { name: 'product', show: ({ page }) => opened(page, '/products/KET-001') },
  { name: 'not-found', show: ({ page }) => opened(page, '/nowhere') },
  {
    name: 'error',
    show: async ({ page }) => {
      await failsWith503(page, /\/api\/v1\/cart$/)
      await page.goto('/cart')
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'cart',
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
      await opened(page, '/cart')
      await page.getByRole('region', { name: cart.summary }).getByText(shell.totals.total).waitFor()
    },
  },
  {
    name: 'checkout-errors',
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
      await opened(page, '/checkout')
      await page.getByRole('button', { name: checkout.toReview }).click()
      await page.getByText(checkout.faults.title).waitFor()
    },
  },
  {
    name: 'review-direct-debit',
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
      const label = checkout.payment.accountEnding('3000')
      await detailsGiven(page, { payment: { id: 'pm_scene', type: 'sepa-debit', label } })
      await opened(page, '/checkout/review')
      await page.getByRole('button', { name: checkout.review.place }).waitFor()
    },
  },
  { name: 'order-approved', show: ({ page }) => openOrder(page, 'approved') },
  { name: 'order-cancelled-refunded', show: ({ page }) => openOrder(page, 'cancelled-refunded') },
  { name: 'sign-in', show: ({ page }) => opened(page, '/account/sign-in') },
  { name: 'register', show: ({ page }) => opened(page, '/account/register') },
  { name: 'account', show: async (stage) => opened(await asShopper(stage), '/account') },
  {
    name: 'account-orders',
    show: async (stage) => {
      await answersWith(stage.page, /\/api\/v1\/orders\?/, aLongHistory)
      await opened(await asShopper(stage), '/account/orders')
    },
  },
])
