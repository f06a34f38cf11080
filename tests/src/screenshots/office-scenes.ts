import type { StaffOrderPage } from '@aos/contracts/back-office-orders'
import type { DeadLetterPage } from '@aos/contracts/dead-letters'
import { Caller } from '../e2e/callers.ts'
import { placeAs } from '../e2e/place-as.ts'
import { sampleEvent } from '../harness/samples.ts'
import { changes, failsWith503, neverAnswers } from './answers.ts'
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

let orders: Promise<string[]> | undefined

/** A few orders, the same ones for all pictures, of which the first is delivered. */
async function openOrders(stage: Stage, address: (first: string) => string): Promise<void> {
  const page = await asStaff(stage)
  const people = ['Katherine Johnson', 'Mary Jackson', 'Dorothy Vaughan', 'Annie Easley']
  orders ??= Promise.all(
    people.map((name) =>
      placeAs(new Caller(stage.addresses.shop), stage.addresses.shop, {
        name,
        email: `${name.toLowerCase().replace(' ', '.')}@example.com`,
      }),
    ),
  )
  const [first = ''] = await orders
  await page.goto(`/admin/orders/${first}`)
  await page.getByText('ShipmentDelivered', { exact: true }).waitFor({ timeout: 60_000 })
  await page.goto(address(first))
  await page.getByRole('table').first().waitFor()
}

/** As it is on a day on which the payment broker and the carrier are slow. */
const withNeeds = (page: StaffOrderPage): StaffOrderPage => ({
  ...page,
  total: 3,
  orders: page.orders.slice(0, 3).map((order, i) => ({
    ...order,
    status: i === 0 ? 'approved' : 'cancelling',
    needs: ([['stuck'], ['overdue', 'refund'], ['refund']] as const)[i]?.slice() ?? [],
  })),
})

/** As after a release of payments that did not understand what it was told. */
function withLetters(page: DeadLetterPage): DeadLetterPage {
  const event = sampleEvent('ProcessPayment')
  const text = JSON.stringify(event)
  const letter = {
    id: event.id,
    service: 'payments' as const,
    topic: 'payments.commands',
    subject: event.subject,
    reason: 'invalid ProcessPayment: ✖ Invalid input\n  → at customer.name',
    event: text,
    characters: text.length,
    redrivable: true,
    keptAt: '2026-03-02T09:30:00.000Z',
    redrives: 1,
  }
  const accepted = {
    id: sampleEvent('RefundPayment').id,
    redrivenAt: '2026-03-02T10:00:00.000Z',
    redrivenBy: 'ada@staff.example.com',
  }
  return { ...page, letters: [letter, { ...letter, ...accepted }], open: 1, total: 2 }
}

export const officeScenes: Scene[] = [
  { name: 'office-orders', show: (stage) => openOrders(stage, () => '/admin/orders') },
  {
    name: 'office-orders-unhappy',
    show: async (stage) => {
      await stage.page.route(/attention=true/, async (route) => {
        const url = route.request().url().replace('attention=true&', '')
        const response = await route.fetch({ url })
        await route.fulfill({ response, json: withNeeds((await response.json()) as StaffOrderPage) })
      })
      await openOrders(stage, () => '/admin/orders')
    },
  },
  { name: 'office-order', show: (stage) => openOrders(stage, (first) => `/admin/orders/${first}`) },
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
  {
    name: 'office-dead-letters',
    show: async (stage) => {
      await changes(stage.page, /dead-letters\/payments/, withLetters)
      await failsWith503(stage.page, /dead-letters\/shipments/)
      await at('/admin/dead-letters')(stage)
      await stage.page.getByText('The message', { exact: true }).first().click()
      await stage.page.getByRole('alert').waitFor()
    },
  },
]
