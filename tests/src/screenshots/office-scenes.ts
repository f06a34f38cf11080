import { failsWith503, neverAnswers } from './answers.ts'
import type { Scene, Stage } from './scene.ts'
import { asStaff } from './signed-in.ts'

const api = /\/api\/v1\/admin\//

const at =
  (address: string) =>
  async (stage: Stage): Promise<unknown> =>
    (await asStaff(stage)).goto(address)

async function openDelivery(stage: Stage): Promise<void> {
  const page = await asStaff(stage)
  await page.goto('/admin/products/KET-001')
  await page.getByLabel('How many came').fill('25')
  await page.getByLabel('Delivery note').fill('two boxes')
}

export const officeScenes: Scene[] = [
  { name: 'office-products', show: at('/admin/products') },
  { name: 'office-products-low', show: at('/admin/products?view=low') },
  { name: 'office-products-none', show: at('/admin/products?q=xyzzy') },
  {
    name: 'office-products-loading',
    screenOnly: true,
    show: async (stage) => {
      await neverAnswers(stage.page, api)
      await at('/admin/products')(stage)
      await stage.page.getByText('Loading').waitFor({ state: 'attached' })
    },
  },
  {
    name: 'office-products-error',
    show: async (stage) => {
      await failsWith503(stage.page, api)
      await at('/admin/products')(stage)
      await stage.page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'office-product',
    show: async (stage) => {
      await openDelivery(stage)
      await stage.page.getByRole('button', { name: 'Add to stock' }).click()
      await stage.page.getByText('Done:').waitFor()
    },
  },
  {
    name: 'office-product-errors',
    show: async (stage) => {
      await openDelivery(stage)
      await stage.page.getByRole('button', { name: 'Correct the stock' }).click()
      await stage.page.getByText('Please say why').waitFor()
    },
  },
  { name: 'office-product-new', show: at('/admin/products/new') },
  {
    name: 'office-product-new-errors',
    show: async (stage) => {
      await at('/admin/products/new')(stage)
      await stage.page.getByRole('button', { name: 'Create the product' }).click()
      await stage.page.getByText('Please enter a SKU').waitFor()
    },
  },
  { name: 'office-changes', show: at('/admin/changes') },
]
