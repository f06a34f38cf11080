import type { Page } from 'playwright-core'
import { fillCart } from '../e2e/shopping.ts'

export interface MeasuredPage {
  name: string
  address: string
  /** Before anything is slow. */
  prepare?: (page: Page) => Promise<void>
  /** What a shopper does there; the slowest answer of the page to a tap or a key counts. */
  use: (page: Page) => Promise<void>
}

export const pages: MeasuredPage[] = [
  {
    name: 'start',
    address: '/',
    use: async (page) => {
      await page.getByRole('combobox').pressSequentially('kettle', { delay: 120 })
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Escape')
      await page
        .getByRole('link', { name: /^Kitchen/ })
        .first()
        .click()
      await page.getByRole('heading', { name: 'Kitchen', exact: true }).waitFor()
    },
  },
  {
    name: 'category',
    address: '/categories/kitchen',
    use: async (page) => {
      await page.getByRole('button', { name: /Filter and sort/ }).click()
      await page.getByLabel('In stock').click()
      await page.getByLabel('Sort by').selectOption('cheapest')
      await page.waitForURL(/sort=cheapest/)
    },
  },
  {
    name: 'product',
    address: '/products/KET-001',
    use: async (page) => {
      await page
        .getByRole('button', { name: /more|increase/i })
        .first()
        .click()
      await page.getByRole('button', { name: 'Add to cart' }).click()
      await page.getByText('Added.').waitFor()
    },
  },
  {
    name: 'cart',
    address: '/cart',
    prepare: (page) => fillCart(page, 'KET-001', 1),
    use: async (page) => {
      await page
        .getByRole('button', { name: /more|increase/i })
        .first()
        .click()
      await page.waitForTimeout(1_000)
    },
  },
  {
    name: 'checkout',
    address: '/checkout',
    prepare: (page) => fillCart(page, 'KET-001', 1),
    use: async (page) => {
      await page.getByLabel('E-mail').first().pressSequentially('ada@example.com', { delay: 60 })
      await page.keyboard.press('Tab')
      await page.waitForTimeout(500)
    },
  },
]
