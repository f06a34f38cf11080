import { z } from 'zod'
import { addresses, type OperationName } from './addresses.ts'
import {
  Cart,
  CartLine,
  Category,
  Checkout,
  IdempotencyKey,
  Order,
  OrderAddress,
  PlaceOrder,
  Product,
  ProductPage,
  ProductQuery,
} from './http.ts'
import { OrderId, Sku } from './order-parts.ts'
import type { ServiceName } from './services.ts'

export { type OperationName, pathTo } from './addresses.ts'

/** One operation of the public API: the gateway routes by it, the owner serves it, OpenAPI documents it. */
export interface Operation {
  method: 'get' | 'put' | 'post'
  /** As in OpenAPI: `/api/v1/orders/{id}`. */
  path: string
  /** Who serves it; the gateway answers its own and hands the others on. */
  service: ServiceName
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  headers?: z.ZodObject
  body?: z.ZodType
  status: number
  response?: z.ZodType
  /** Of the answer; `application/json` unless said otherwise. */
  contentType?: string
  /** Which problems the caller has to expect, by HTTP status. */
  problems?: readonly number[]
}

const operation = <T extends Operation>(it: T): T => it

const bySku = z.object({ sku: Sku })
const byId = z.object({ id: OrderId })

export const operations = {
  listCategories: operation({
    ...addresses.listCategories,
    service: 'stock',
    summary: 'The categories of the catalogue.',
    status: 200,
    response: z.array(Category),
  }),
  listProducts: operation({
    ...addresses.listProducts,
    service: 'stock',
    summary: 'A page of the catalogue.',
    query: ProductQuery,
    status: 200,
    response: ProductPage,
    problems: [400],
  }),
  getProduct: operation({
    ...addresses.getProduct,
    service: 'stock',
    summary: 'One product with its price and how many are left.',
    params: bySku,
    status: 200,
    response: Product,
    problems: [400, 404],
  }),
  getPicture: operation({
    ...addresses.getPicture,
    service: 'stock',
    summary: 'The picture of a product.',
    params: bySku,
    status: 200,
    contentType: 'image/svg+xml',
    problems: [400, 404],
  }),
  getCart: operation({
    ...addresses.getCart,
    service: 'orders',
    summary: "The caller's cart.",
    status: 200,
    response: Cart,
  }),
  setCartLine: operation({
    ...addresses.setCartLine,
    service: 'orders',
    summary: 'Puts a product into the cart, changes how many, or takes it out.',
    params: bySku,
    body: CartLine,
    status: 200,
    response: Cart,
    problems: [400, 409],
  }),
  getCheckout: operation({
    ...addresses.getCheckout,
    service: 'gateway',
    summary: 'What a client needs to know before it places an order.',
    status: 200,
    response: Checkout,
  }),
  placeOrder: operation({
    ...addresses.placeOrder,
    service: 'orders',
    summary: 'Places an order. Once answered, the order is durable; repeat with the same key until answered.',
    headers: z.object({ 'idempotency-key': IdempotencyKey }),
    body: PlaceOrder,
    status: 202,
    response: OrderAddress,
    problems: [400, 409, 422, 503],
  }),
  getOrder: operation({
    ...addresses.getOrder,
    service: 'orders',
    summary: 'An order with its journey so far.',
    params: byId,
    query: z.object({
      after: z.coerce
        .number()
        .int()
        .min(0)
        .optional()
        .describe('Answer as soon as the journey is longer than this, or after 20 seconds.'),
    }),
    status: 200,
    response: Order,
    problems: [400, 404],
  }),
  watchOrder: operation({
    ...addresses.watchOrder,
    service: 'gateway',
    summary:
      "The order's journey, live: server-sent events whose data is the order, resumable by Last-Event-ID.",
    params: byId,
    status: 200,
    response: Order,
    contentType: 'text/event-stream',
    problems: [400, 404],
  }),
  cancelOrder: operation({
    ...addresses.cancelOrder,
    service: 'orders',
    summary: 'Asks to cancel. Whether it was in time shows in the order.',
    params: byId,
    status: 202,
    response: OrderAddress,
    problems: [400, 404, 409],
  }),
  paymentBrokerWebhook: operation({
    ...addresses.paymentBrokerWebhook,
    service: 'payments',
    summary: 'Signed events of the payment broker.',
    status: 204,
    problems: [400],
  }),
  carrierWebhook: operation({
    ...addresses.carrierWebhook,
    service: 'shipments',
    summary: 'Signed events of the shipment company.',
    status: 204,
    problems: [400],
  }),
} satisfies Record<OperationName, Operation>
