import type { Product, ProductPage } from '@aos/contracts/http'
import { changes, failsWith503, neverAnswers } from './answers.ts'
import type { Scene } from './scene.ts'

const products = /\/api\/v1\/products\?/
const product = /\/api\/v1\/products\/[A-Z0-9-]+$/
const api = /\/api\/v1\/(products|categories)/

const longName =
  'The Unreasonably Long-Winded Donaudampfschifffahrtsgesellschaftskapitänsmützenständer of Solid Walnut'

const withLongNames = (page: ProductPage): ProductPage => ({
  ...page,
  products: page.products.map((one, i) => (i % 3 === 0 ? { ...one, name: longName } : one)),
})

export const catalogueScenes: Scene[] = [
  { name: 'start', show: ({ page }) => page.goto('/') },
  {
    name: 'start-loading',
    screenOnly: true,
    show: async ({ page }) => {
      await neverAnswers(page, api)
      await page.goto('/')
      await page.getByText('Loading the shop').waitFor({ state: 'attached' })
    },
  },
  {
    name: 'start-error',
    show: async ({ page }) => {
      await failsWith503(page, api)
      await page.goto('/')
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'suggestions',
    screenOnly: true,
    show: async ({ page }) => {
      await page.goto('/')
      await page.getByRole('combobox').fill('li')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('ArrowDown')
    },
  },
  { name: 'category', show: ({ page }) => page.goto('/categories/kitchen') },
  {
    name: 'category-loading',
    screenOnly: true,
    show: async ({ page }) => {
      await neverAnswers(page, api)
      await page.goto('/categories/kitchen')
      await page.getByText('Loading products').waitFor({ state: 'attached' })
    },
  },
  { name: 'category-unknown', show: ({ page }) => page.goto('/categories/nothing') },
  { name: 'everything-page-2', show: ({ page }) => page.goto('/search?page=2') },
  {
    name: 'filters',
    show: async ({ page }) => {
      await page.goto('/search?min=20&max=60&stock=true&sort=cheapest')
      const button = page.getByRole('button', { name: /Filter and sort/ })
      await page.getByRole('region', { name: 'Products' }).waitFor()
      if (await button.isVisible()) await button.click()
    },
  },
  { name: 'search', show: ({ page }) => page.goto('/search?q=coffee') },
  { name: 'search-mistyped', show: ({ page }) => page.goto('/search?q=ketle') },
  { name: 'search-loosened', show: ({ page }) => page.goto('/search?q=chess+terrarium') },
  { name: 'search-nothing', show: ({ page }) => page.goto('/search?q=xyzzyx') },
  { name: 'search-nothing-fits', show: ({ page }) => page.goto('/search?q=lamp&max=1') },
  {
    name: 'search-long-names',
    show: async ({ page }) => {
      await changes(page, products, withLongNames)
      await page.goto(`/search?q=${encodeURIComponent('wood oak steel')}`)
    },
  },
  { name: 'product', show: ({ page }) => page.goto('/products/KET-001') },
  {
    name: 'product-few-left',
    show: async ({ page }) => {
      await changes<Product>(page, product, (one) => ({ ...one, available: 3 }))
      await page.goto('/products/TNT-001')
    },
  },
  {
    name: 'product-sold-out',
    show: async ({ page }) => {
      await changes<Product>(page, product, (one) => ({ ...one, available: 0 }))
      await page.goto('/products/TNT-001')
    },
  },
  {
    name: 'product-long-name-no-picture',
    show: async ({ page }) => {
      await changes<Product>(page, product, (one) => ({
        ...one,
        name: longName,
        picture: '/api/v1/products/NIX-001/picture',
      }))
      await page.goto('/products/LMP-001')
    },
  },
  {
    name: 'product-loading',
    screenOnly: true,
    show: async ({ page }) => {
      await neverAnswers(page, product)
      await page.goto('/products/KET-001')
      await page.getByText('Loading the product').waitFor({ state: 'attached' })
    },
  },
  { name: 'product-unknown', show: ({ page }) => page.goto('/products/NIX-001') },
]
