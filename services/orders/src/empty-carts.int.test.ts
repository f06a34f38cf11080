import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { setCartLine, showCart } from './cart.ts'
import { emptyCart, emptyCarts, type OrderedCart } from './empty-carts.ts'
import { aRequest, CartsInMemory, type OrdersUnderTest, startOrders } from './orders-harness.ts'
import { findCartsToEmpty } from './orders-table.ts'

let orders: OrdersUnderTest
beforeAll(async () => {
  orders = await startOrders()
})
afterAll(() => orders.stop())

let carts: CartsInMemory
beforeEach(() => {
  carts = new CartsInMemory()
})

const kettle = { sku: 'KET-001', quantity: 1 }
const cup = { sku: 'CUP-001', quantity: 2 }
const emptyOne = (one: OrderedCart) => emptyCart(orders.database, carts, orders.logger)(one)
const empty = () => emptyCarts(orders.database, emptyOne)

/** Places an order with the cart as it is. */
async function orderCart(owner: string) {
  const { etag = '' } = await showCart(carts, owner)
  const request = aRequest({ cartEtag: etag }, { cart: { owner, etag } })
  return { request, id: await orders.place(request), cart: { owner, etag } }
}

it('a cart that was ordered is emptied', async () => {
  const owner = `guest:${randomUUID()}`
  await setCartLine(carts, owner, kettle)
  await orderCart(owner)
  await empty()
  expect(await showCart(carts, owner)).toEqual({ lines: [] })
  expect(await findCartsToEmpty(orders.database)).toEqual([])
})

it('what is put into the cart after the order stays', async () => {
  const owner = `guest:${randomUUID()}`
  await setCartLine(carts, owner, kettle)
  const { request } = await orderCart(owner)
  await empty()
  await setCartLine(carts, owner, cup)
  await orders.place(request)
  await empty()
  expect((await showCart(carts, owner)).lines).toEqual([cup])
})

it('what is put into the cart between order and emptying stays', async () => {
  const owner = `guest:${randomUUID()}`
  await setCartLine(carts, owner, kettle)
  await orderCart(owner)
  await setCartLine(carts, owner, cup)
  await empty()
  expect((await showCart(carts, owner)).lines).toEqual([kettle, cup])
  expect(await findCartsToEmpty(orders.database)).toEqual([])
})

it('carts that cannot be emptied now are emptied later', async () => {
  const owner = `guest:${randomUUID()}`
  await setCartLine(carts, owner, kettle)
  await orderCart(owner)
  carts.isAway = true
  await empty()
  expect(await findCartsToEmpty(orders.database)).toHaveLength(1)
  carts.isAway = false
  await empty()
  expect(await showCart(carts, owner)).toEqual({ lines: [] })
})

it('an order empties the cart that it was placed with, and leaves others to theirs', async () => {
  const [owner, other] = [`guest:${randomUUID()}`, `guest:${randomUUID()}`]
  await setCartLine(carts, owner, kettle)
  await setCartLine(carts, other, cup)
  await orderCart(other)
  await emptyOne(await orderCart(owner))
  expect(await showCart(carts, owner)).toEqual({ lines: [] })
  expect((await showCart(carts, other)).lines).toEqual([cup])
  await empty()
  expect(await showCart(carts, other)).toEqual({ lines: [] })
})

it('an order without a cart has none to empty', async () => {
  await orders.place(aRequest())
  expect(await findCartsToEmpty(orders.database)).toEqual([])
})
