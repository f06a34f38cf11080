import type { Product } from '@aos/contracts/http'
import { changes, failsWith503, neverAnswers } from './answers.ts'
import { fillWithMany, putIntoCart } from './before-checkout.ts'
import { opened } from './open-scene.ts'
import { anyProduct, longName } from './products.ts'
import type { Scene } from './scene.ts'

const cart = /\/api\/v1\/cart$/

export const cartScenes: Scene[] = [
  { name: 'cart-empty', show: ({ page }) => opened(page, '/cart') },
  {
    name: 'cart',
    show: async ({ page }) => {
      await putIntoCart(page, 'MUG-001')
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
      await putIntoCart(page, 'MUG-001', 5)
      await putIntoCart(page, 'CUP-001', 1)
      await changes<Product>(page, anyProduct, (one) =>
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
]
