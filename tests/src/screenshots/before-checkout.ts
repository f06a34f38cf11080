import { pathTo } from '@aos/contracts/api'
import type { Page } from 'playwright-core'

/** Fills the browser's cart without the pages on which shoppers do. */
export async function putIntoCart(page: Page, sku: string, quantity = 1): Promise<void> {
  const response = await page.request.put(pathTo('setCartLine', { sku }), { data: { quantity } })
  if (!response.ok()) throw new Error(`putting ${sku} into the cart answers ${response.status()}`)
}

const many = ['MUG-001', 'NTB-001', 'CUP-001', 'CND-001', 'STR-001', 'FLK-001', 'TOP-001', 'DIC-001']

export async function fillWithMany(page: Page): Promise<void> {
  for (const [i, sku] of many.entries()) await putIntoCart(page, sku, i + 1)
}

const customer = { name: 'Ada Lovelace', email: 'ada.lovelace@example.com' }
const address = { street: '12 Market Street', postalCode: '10115', city: 'Berlin', country: 'DE' }

const remember = (page: Page, slot: string, value: unknown): Promise<unknown> => {
  const text = JSON.stringify(JSON.stringify(value))
  return page.addInitScript({ content: `sessionStorage.setItem('aos.checkout.${slot}', ${text})` })
}

/** As after the checkout's first step; the broker does not know the payment. */
export const detailsGiven = (
  page: Page,
  { delivery, payment = { id: 'pm_scene', type: 'card', label: 'Visa ending in 4242' } }: Partial<Draft> = {},
): Promise<unknown> => remember(page, 'draft', { contact: { ...customer, ...address }, delivery, payment })

interface Draft {
  delivery: string
  payment: { id: string; type: string; label: string }
}

/** As after a refresh while the order was on its way to the shop. */
export const orderSent = (page: Page, sku: string): Promise<unknown> =>
  remember(page, 'attempt', {
    key: 'attempt-of-a-scene',
    order: {
      lines: [{ sku, quantity: 1 }],
      total: { amount: 2_290, currency: 'EUR' },
      customer: { ...customer, address },
      paymentMethod: 'pm_scene',
      paymentType: 'card',
    },
    trace: '4bf92f3577b34da6a3ce929d0e0e4736',
  })

/** As after the cart as it is now was ordered, when its shopper comes back to it. */
export async function cartOrdered(page: Page): Promise<void> {
  const { etag: cartEtag } = (await (await page.request.get(pathTo('getCart'))).json()) as { etag: string }
  await remember(page, 'placed', { id: '0199aaaa-0000-7000-8000-0000c0ffee01', cartEtag })
}
