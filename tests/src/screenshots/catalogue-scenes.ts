import type { Product, ProductPage } from '@aos/contracts/http'
import { changes, failsWith503, neverAnswers } from './answers.ts'
import { opened } from './open-scene.ts'
import { anyProduct, longName } from './products.ts'
import type { Scene } from './scene.ts'

const products = /\/api\/v1\/products\?/
const api = /\/api\/v1\/(products|categories)/

const withLongNames = (page: ProductPage): ProductPage => ({
  ...page,
  products: page.products.map((one, i) => (i % 3 === 0 ? { ...one, name: longName } : one)),
})

export const catalogueScenes: Scene[] = [
  { name: 'start', show: ({ page }) => opened(page, '/') },
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
  { name: 'category', show: ({ page }) => opened(page, '/categories/kitchen') },
  {
    name: 'category-loading',
    screenOnly: true,
    show: async ({ page }) => {
      await neverAnswers(page, api)
      await page.goto('/categories/kitchen')
      await page.getByText('Loading products').waitFor({ state: 'attached' })
    },
  },
  {
    name: 'category-error',
    show: async ({ page }) => {
      await failsWith503(page, products)
      await page.goto('/categories/kitchen')
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'category-unknown', show: ({ page }) => opened(page, '/categories/nothing') },
  { name: 'everything-page-2', show: ({ page }) => opened(page, '/search?page=2') },
  {
    name: 'filters',
    show: async ({ page }) => {
      await page.goto('/search?min=20&max=60&stock=true&sort=cheapest')
      const button = page.getByRole('button', { name: /Filter and sort/ })
      await page.getByRole('region', { name: 'Products' }).waitFor()
      if (await button.isVisible()) await button.click()
    },
  },
  { name: 'search', show: ({ page }) => opened(page, '/search?q=coffee') },
  { name: 'search-mistyped', show: ({ page }) => opened(page, '/search?q=ketle') },
  { name: 'search-loosened', show: ({ page }) => opened(page, '/search?q=chess+terrarium') },
  { name: 'search-nothing', show: ({ page }) => opened(page, '/search?q=xyzzyx') },
  { name: 'search-nothing-fits', show: ({ page }) => opened(page, '/search?q=lamp&max=1') },
  {
    name: 'search-long-names',
    show: async ({ page }) => {
      await changes(page, products, withLongNames)
      await opened(page, `/search?q=${encodeURIComponent('wood oak steel')}`)
    },
  },
  { name: 'product', show: ({ page }) => opened(page, '/products/KET-001') },
  {
    name: 'product-few-left',
    show: async ({ page }) => {
      await changes<Product>(page, anyProduct, (one) => ({ ...one, available: 3 }))
      await opened(page, '/products/TNT-001')
    },
  },
  {
    name: 'product-sold-out',
    show: async ({ page }) => {
      await changes<Product>(page, anyProduct, (one) => ({ ...one, available: 0 }))
      await opened(page, '/products/TNT-001')
    },
  },
  {
    name: 'product-long-name-no-picture',
    show: async ({ page }) => {
      await changes<Product>(page, anyProduct, (one) => ({
        ...one,
        name: longName,
        picture: '/api/v1/products/NIX-001/picture',
      }))
      await opened(page, '/products/LMP-001')
    },
  },
  {
    name: 'product-loading',
    screenOnly: true,
    show: async ({ page }) => {
      await neverAnswers(page, anyProduct)
      await page.goto('/products/KET-001')
      await page.getByText('Loading the product').waitFor({ state: 'attached' })
    },
  },
  {
    name: 'product-error',
    show: async ({ page }) => {
      await failsWith503(page, anyProduct)
      await page.goto('/products/KET-001')
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'product-unknown', show: ({ page }) => opened(page, '/products/NIX-001') },
  { name: 'not-found', show: ({ page }) => opened(page, '/nowhere') },
]
