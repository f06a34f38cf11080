import type { OrderRecord, StaffOrderPage } from '@aos/contracts/back-office-orders'
import { Caller } from '../e2e/callers.ts'
import { placeAs } from '../e2e/place-as.ts'
import { answersWith, changes, failsWith503, neverAnswers } from './answers.ts'
import { aLetter, letterPage } from './letters.ts'
import { opened } from './open-scene.ts'
import { orderStates } from './order-states.ts'
import type { Scene, Stage } from './scene.ts'
import { asStaff } from './signed-in.ts'

const orderList = /\/api\/v1\/admin\/orders(\?(?!.*attention).*)?$/
const orderRecord = /\/api\/v1\/admin\/orders\/[\da-f-]+$/

let orders: Promise<string[]> | undefined

/** A few orders, the same ones in all scenes, which go their way by themselves. */
function placed({ addresses: { shop } }: Stage): Promise<string[]> {
  const people = ['Katherine Johnson', 'Mary Jackson', 'Dorothy Vaughan', 'Annie Easley']
  orders ??= Promise.all(
    people.map((name) => {
      const email = `${name.toLowerCase().replace(' ', '.')}@example.com`
      return placeAs(new Caller(shop), shop, { name, email })
    }),
  )
  return orders
}

/** The first of the orders is delivered by then. */
async function openOrders(stage: Stage, address: (first: string) => string): Promise<void> {
  const page = await asStaff(stage)
  const [first = ''] = await placed(stage)
  await page.goto(`/admin/orders/${first}`)
  await page.getByText('ShipmentDelivered', { exact: true }).waitFor({ timeout: 90_000 })
  await opened(page, address(first))
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

/** An order that nobody has, with everything that can be said of one. */
const inNeed: OrderRecord = {
  ...orderStates.long,
  status: 'cancelling',
  reason: 'customer',
  detail: 'nobody lives there',
  needs: ['overdue', 'stuck', 'refund'],
  placedBy: 'deleted account',
  awaits: 'refund',
  deadlineAt: '2026-03-02T12:04:00.000Z',
  refunded: { amount: 538_200, currency: 'EUR' },
}

export const officeOrderScenes: Scene[] = [
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
  {
    name: 'office-orders-with-letters',
    show: async (stage) => {
      await openOrders(stage, (first) => `/admin/orders/${first}`)
      const [subject = ''] = await placed(stage)
      await answersWith(stage.page, /dead-letters\/payments/, letterPage([aLetter({ subject })]))
      await opened(stage.page, '/admin/orders')
      await stage.page.getByRole('link', { name: 'A message was refused' }).first().waitFor()
    },
  },
  {
    name: 'office-orders-many-pages',
    show: async (stage) => {
      await changes<StaffOrderPage>(stage.page, orderList, (page) => ({ ...page, page: 2, total: 10_000 }))
      await openOrders(stage, () => '/admin/orders')
      await stage.page.getByText('10000 orders or more').waitFor()
    },
  },
  {
    name: 'office-orders-none',
    show: async (stage) => {
      await opened(await asStaff(stage), '/admin/orders?q=nobody@nowhere.example')
      await stage.page.getByText('None of the orders fits.').waitFor()
    },
  },
  {
    name: 'office-orders-loading',
    screenOnly: true,
    show: async (stage) => {
      await neverAnswers(stage.page, orderList)
      await opened(await asStaff(stage), '/admin/orders')
      await stage.page.getByText('Loading').first().waitFor({ state: 'attached' })
    },
  },
  {
    name: 'office-orders-error',
    show: async (stage) => {
      await failsWith503(stage.page, orderList)
      await (await asStaff(stage)).goto('/admin/orders')
      await stage.page.getByRole('alert').waitFor()
    },
  },
  { name: 'office-order', show: (stage) => openOrders(stage, (first) => `/admin/orders/${first}`) },
  {
    name: 'office-order-in-need',
    show: async (stage) => {
      await answersWith(stage.page, orderRecord, inNeed)
      await opened(await asStaff(stage), `/admin/orders/${inNeed.id}`)
    },
  },
  {
    name: 'office-order-unknown',
    show: async (stage) => {
      await (await asStaff(stage)).goto('/admin/orders/0199aaaa-0000-7000-8000-0000000000ff')
      await stage.page.getByRole('alert').waitFor()
    },
  },
]
