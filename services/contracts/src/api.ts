import { z } from 'zod'
import { accountOperations } from './account-api.ts'
import type { Access } from './actor.ts'
import { addresses, type OperationName } from './addresses.ts'
import { backOfficeOperations } from './back-office-api.ts'
import { deadLetterOperations } from './dead-letters-api.ts'
import {
  Cart,
  CartLine,
  Checkout,
  IdempotencyKey,
  ListedCategory,
  Order,
  OrderAddress,
  PlaceOrder,
  Product,
  ProductInFull,
  ProductPage,
  ProductQuery,
  SuggestionQuery,
  Suggestions,
} from './http.ts'
import { HistoryQuery, OrderHistory } from './order-history.ts'
import { OrderId, Sku, text } from './order-parts.ts'
import { PaymentMethod } from './payment-methods.ts'
import { queryNumber } from './query-number.ts'
import type { ServiceName } from './services.ts'

export { type OperationName, pathTo } from './addresses.ts'

/** One operation of the public API: the gateway routes by it, the owner serves it, OpenAPI documents it. */
export interface Operation {
  method: 'get' | 'put' | 'post' | 'patch' | 'delete'
  /** As in OpenAPI: `/api/v1/orders/{id}`. */
  path: string
  /** Who serves it; the gateway answers its own and hands the others on. */
  service: ServiceName
  access: Access
  /** Who serves it is told the network address and the browser of whoever calls. */
  tellsClient?: boolean
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
    access: 'anyone',
    summary: 'The categories of the catalogue that have products.',
    status: 200,
    response: z.array(ListedCategory),
  }),
  listProducts: operation({
    ...addresses.listProducts,
    service: 'stock',
    access: 'anyone',
    summary: 'A page of the catalogue, or of what was found in it.',
    query: ProductQuery,
    status: 200,
    response: ProductPage,
    problems: [400],
  }),
  getProduct: operation({
    ...addresses.getProduct,
    service: 'stock',
    access: 'anyone',
    summary: 'One product with its price and how many are left.',
    params: bySku,
    status: 200,
    response: ProductInFull,
    problems: [400, 404],
  }),
  listRelated: operation({
    ...addresses.listRelated,
    service: 'stock',
    access: 'anyone',
    summary: 'Products that are like one, the most alike first.',
    params: bySku,
    status: 200,
    response: z.array(Product),
    problems: [400, 404],
  }),
  suggest: operation({
    ...addresses.suggest,
    service: 'stock',
    access: 'anyone',
    summary: 'What somebody may be about to type.',
    query: SuggestionQuery,
    status: 200,
    response: Suggestions,
    problems: [400],
  }),
  getPicture: operation({
    ...addresses.getPicture,
    service: 'stock',
    access: 'anyone',
    summary: 'A picture of a product: the first, unless another is asked for.',
    params: bySku,
    query: z.object({
      v: text(50).optional().describe('Which one. It may be kept for good.'),
    }),
    status: 200,
    contentType: 'image/*',
    problems: [400, 404],
  }),
  getCart: operation({
    ...addresses.getCart,
    service: 'orders',
    access: 'owner',
    summary: "The caller's cart.",
    status: 200,
    response: Cart,
  }),
  setCartLine: operation({
    ...addresses.setCartLine,
    service: 'orders',
    access: 'owner',
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
    access: 'anyone',
    summary: 'What a client needs to know before it places an order.',
    status: 200,
    response: Checkout,
  }),
  listPaymentMethods: operation({
    ...addresses.listPaymentMethods,
    service: 'payments',
    access: 'anyone',
    summary: 'The ways to pay that are offered, each with the form it needs.',
    status: 200,
    response: z.array(PaymentMethod),
  }),
  placeOrder: operation({
    ...addresses.placeOrder,
    service: 'orders',
    access: 'anyone',
    tellsClient: true,
    summary: 'Places an order. Once answered, the order is durable; repeat with the same key until answered.',
    headers: z.object({ 'idempotency-key': IdempotencyKey }),
    body: PlaceOrder,
    status: 202,
    response: OrderAddress,
    problems: [400, 409, 422, 429, 503],
  }),
  getOrder: operation({
    ...addresses.getOrder,
    service: 'orders',
    access: 'owner',
    summary: 'An order with its journey so far.',
    params: byId,
    query: z.object({
      after: queryNumber((number) => number.int().min(0))
        .optional()
        .describe('Answer as soon as the journey is longer than this, or after 20 seconds.'),
    }),
    status: 200,
    response: Order,
    problems: [400, 401, 404],
  }),
  watchOrder: operation({
    ...addresses.watchOrder,
    service: 'gateway',
    access: 'owner',
    summary:
      "The order's journey, live: server-sent events whose data is the order, resumable by Last-Event-ID.",
    params: byId,
    status: 200,
    response: Order,
    contentType: 'text/event-stream',
    problems: [400, 401, 404],
  }),
  cancelOrder: operation({
    ...addresses.cancelOrder,
    service: 'orders',
    access: 'owner',
    summary: 'Asks to cancel. Whether it was in time shows in the order.',
    params: byId,
    status: 202,
    response: OrderAddress,
    problems: [400, 401, 404, 409],
  }),
  listOrders: operation({
    ...addresses.listOrders,
    service: 'orders',
    access: 'shopper',
    summary:
      "The caller's orders, newest first; with a verified e-mail address also those that it placed as a guest.",
    query: HistoryQuery,
    status: 200,
    response: OrderHistory,
    problems: [400, 401],
  }),
  ...accountOperations,
  ...backOfficeOperations,
  ...deadLetterOperations,
  paymentBrokerWebhook: operation({
    ...addresses.paymentBrokerWebhook,
    service: 'payments',
    access: 'anyone',
    summary: 'Signed events of the payment broker.',
    status: 204,
    problems: [400],
  }),
  carrierWebhook: operation({
    ...addresses.carrierWebhook,
    service: 'shipments',
    access: 'anyone',
    summary: 'Signed events of the shipment company.',
    status: 204,
    problems: [400],
  }),
} satisfies Record<OperationName, Operation>
