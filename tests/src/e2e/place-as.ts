import { randomUUID } from 'node:crypto'
import type { PlaceOrder } from '@aos/contracts/http'
import { anOrder } from '../load/burst.ts'
import { Shoppers } from '../load/shopper.ts'
import type { Caller } from './callers.ts'

/** @returns the id of an order of something that there is enough of. */
export async function placeAs(
  caller: Caller,
  shop: string,
  customer: Partial<PlaceOrder['customer']> = {},
): Promise<string> {
  const shoppers = new Shoppers(shop)
  const products = (await shoppers.products()).filter(({ available }) => available > 20)
  await shoppers.close()
  const order = anOrder(products, 1)
  const { status, body } = await caller.call('placeOrder', {
    headers: { 'idempotency-key': randomUUID() },
    body: { ...order, customer: { ...order.customer, ...customer } },
  })
  if (status !== 202) throw new Error(`placing an order answers ${status}: ${JSON.stringify(body)}`)
  return body.id
}
