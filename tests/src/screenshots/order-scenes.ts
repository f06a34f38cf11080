import { failsWith503, neverAnswers } from './answers.ts'
import { opened } from './open-scene.ts'
import { type OrderState, openOrder, orderStates } from './order-states.ts'
import type { Scene } from './scene.ts'

const anyOrder = /\/api\/v1\/orders\//
const unknown = '/orders/0199aaaa-0000-7000-8000-0000000000ff'

export const orderScenes: Scene[] = [
  ...(Object.keys(orderStates) as OrderState[]).map(
    (state): Scene => ({
      name: `order-${state}`,
      show: ({ page }) => openOrder(page, state),
    }),
  ),
  {
    name: 'order-cancel-confirm',
    screenOnly: true,
    show: async ({ page }) => {
      await openOrder(page, 'approved')
      await page.getByRole('button', { name: 'Cancel order' }).click()
    },
  },
  {
    name: 'order-for-operators',
    show: async ({ page }) => {
      await openOrder(page, 'cancelled-refunded')
      await page.getByText('For operators').click()
      await page.getByRole('table').waitFor()
    },
  },
  {
    name: 'order-loading',
    screenOnly: true,
    show: async ({ page }) => {
      await neverAnswers(page, anyOrder)
      await page.goto(unknown)
      await page.getByText('Loading your order').waitFor({ state: 'attached' })
    },
  },
  {
    name: 'order-error',
    show: async ({ page }) => {
      await failsWith503(page, anyOrder)
      await page.goto(unknown)
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'order-unknown', show: ({ page }) => opened(page, unknown) },
]
