import type { StaffProduct } from '@aos/contracts/back-office'
import { answersWith, changes, failsWith503, neverAnswers, refuses } from './answers.ts'
import { opened } from './open-scene.ts'
import { longName } from './products.ts'
import type { Scene, Stage } from './scene.ts'
import { asStaff } from './signed-in.ts'

const productList = /\/api\/v1\/admin\/products(\?.*)?$/
const product = /\/api\/v1\/admin\/products\/[A-Z0-9-]+$/

const at =
  (address: string) =>
  async (stage: Stage): Promise<void> =>
    opened(await asStaff(stage), address)

async function openDelivery(stage: Stage): Promise<void> {
  await at('/admin/products/KET-001')(stage)
  await stage.page.getByLabel('How many came').fill('25')
  await stage.page.getByLabel('Delivery note').fill('two boxes')
}

export const officeProductScenes: Scene[] = [
  { name: 'office-products', show: at('/admin/products') },
  { name: 'office-products-page-2', show: at('/admin/products?page=2') },
  { name: 'office-products-low', show: at('/admin/products?view=low') },
  { name: 'office-products-none', show: at('/admin/products?q=xyzzy') },
  {
    name: 'office-products-loading',
    screenOnly: true,
    show: async (stage) => {
      await neverAnswers(stage.page, productList)
      await at('/admin/products')(stage)
      await stage.page.getByText('Loading').first().waitFor({ state: 'attached' })
    },
  },
  {
    name: 'office-products-error',
    show: async (stage) => {
      await failsWith503(stage.page, productList)
      await (await asStaff(stage)).goto('/admin/products')
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
  {
    name: 'office-product-refused',
    show: async (stage) => {
      await refuses(stage.page, /\/admin\/products\/KET-001/, {
        status: 409,
        code: 'changed-meanwhile',
        detail: 'somebody else changed this product; look at it again',
      })
      await at('/admin/products/KET-001')(stage)
      await stage.page.getByRole('button', { name: 'Save' }).click()
      await stage.page.getByRole('alert').filter({ hasText: 'Somebody else' }).waitFor()
      await stage.page.getByRole('button', { name: 'Retire this product' }).click()
      await stage.page.getByText('That did not work').nth(1).waitFor()
    },
  },
  {
    name: 'office-product-picture-refused',
    show: async (stage) => {
      await at('/admin/products/KET-001')(stage)
      const text = { name: 'picture.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') }
      await stage.page.getByLabel('Another picture').setInputFiles(text)
      await stage.page.getByText('Please choose a PNG').waitFor()
    },
  },
  {
    name: 'office-product-retired-long-name',
    show: async (stage) => {
      await changes<StaffProduct>(stage.page, product, (one) => ({
        ...one,
        name: longName,
        picture: '/api/v1/products/NIX-001/picture',
        retiredAt: '2026-03-02T10:04:00.000Z',
      }))
      await at('/admin/products/KET-001')(stage)
      await stage.page.getByRole('button', { name: 'Sell it again' }).waitFor()
    },
  },
  {
    name: 'office-product-unknown',
    show: async (stage) => {
      await (await asStaff(stage)).goto('/admin/products/NIX-001')
      await stage.page.getByRole('alert').waitFor()
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
  {
    name: 'office-changes-none',
    show: async (stage) => {
      const none = { changes: [], total: 0, page: 1, pageSize: 25 }
      await answersWith(stage.page, /\/api\/v1\/admin\/changes\?/, none)
      await at('/admin/changes')(stage)
      await stage.page.getByText('Nobody changed anything yet.').waitFor()
    },
  },
]
