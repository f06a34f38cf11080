import { z } from 'zod'
import { orderStatuses } from './journey.ts'
import { journeyEntryTypes } from './journey-entries.ts'
import { Money } from './money.ts'
import {
  Customer,
  cancellationReasons,
  Language,
  Line,
  OrderedLine,
  OrderId,
  rejectionReasons,
  Sku,
  text,
} from './order-parts.ts'
import { PaymentType } from './payment-methods.ts'
import { bill, DeliveryId, Pricing } from './pricing.ts'
import { pageNumber, queryNumber } from './query-number.ts'

/** The shapes of the public HTTP API. The operations that use them are in api.ts. */

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().describe('Stable, kebab-case, to be compared by programs.'),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .describe('RFC 9457 problem details')
export type Problem = z.infer<typeof Problem>

export const Category = z.object({ slug: z.string(), name: z.string(), description: z.string() })
export type Category = z.infer<typeof Category>

export const Product = z.object({
  sku: Sku,
  name: z.string(),
  category: z.string(),
  description: z.string(),
  price: Money,
  available: z.int().describe('How many can be ordered now.'),
  picture: z.string().optional().describe('Address of the first picture, if there is one.'),
})
export type Product = z.infer<typeof Product>

export const ProductInFull = Product.extend({
  pictures: z.array(z.string()).describe('Addresses of all its pictures, in the order to show them.'),
})
export type ProductInFull = z.infer<typeof ProductInFull>

export const productOrders = ['relevance', 'name', 'cheapest', 'dearest', 'newest'] as const
export type ProductOrder = (typeof productOrders)[number]

const PriceLimit = queryNumber((number) => number.min(0).max(20_000_000))
  .optional()
  .describe("In the currency's main unit, such as 12.5.")

export const ProductQuery = z.object({
  q: text(100).optional().describe('Words to look for; typing errors are forgiven.'),
  category: text(50).optional(),
  priceMin: PriceLimit,
  priceMax: PriceLimit,
  inStock: z.literal('true').optional(),
  sort: z.enum(productOrders).optional().describe('By relevance when words are looked for, else by name.'),
  page: pageNumber,
  pageSize: queryNumber((number) => number.int().min(1).max(100)).default(24),
})

export const ProductPage = z.object({
  products: z.array(Product),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
  categories: z
    .array(z.object({ slug: z.string(), products: z.int() }))
    .describe('How many each category has of what was asked for, whichever category was.'),
  prices: z.object({ lowest: Money, highest: Money }).optional().describe('Of all that fit, at any price.'),
  meant: z.string().optional().describe('What was looked for instead, where words were mistyped.'),
  loosened: z.boolean().describe('Nothing has all of the words; these have some.'),
})
export type ProductPage = z.infer<typeof ProductPage>

export const ListedCategory = Category.extend({
  products: z.int(),
  picture: z.string().optional().describe('Of one of its products.'),
})
export type ListedCategory = z.infer<typeof ListedCategory>

export const SuggestionQuery = z.object({ q: text(100).describe('What has been typed so far.') })

export const Suggestions = z.object({
  products: z.array(Product.pick({ sku: true, name: true, price: true, picture: true })),
  categories: z.array(Category.pick({ slug: true, name: true })),
})
export type Suggestions = z.infer<typeof Suggestions>

export const Cart = z.object({
  lines: z.array(Line),
  etag: z.string().optional().describe('Names this state of the cart; send it when placing the order.'),
})
export type Cart = z.infer<typeof Cart>

export const CartLine = z.object({ quantity: z.int().min(0).max(999).describe('0 removes the line.') })

export const PlaceOrder = z.object({
  lines: z.array(Line).min(1).max(100),
  total: Money.describe(
    'What the customer was shown, with delivery and tax; the order is rejected when prices changed since.',
  ),
  delivery: DeliveryId.optional().describe("One of the checkout's; the first one unless said."),
  customer: Customer.omit({ language: true }),
  language: Language.optional().describe('Of the e-mails about the order; English unless said.'),
  paymentMethod: text(200).describe(
    "The payment broker's id of the payment method; card numbers never come here.",
  ),
  paymentType: PaymentType.optional().describe('Which kind of payment method that is; a card unless said.'),
  cartEtag: text(100).optional().describe('Empties the cart, if it is still the one that was ordered.'),
})
export type PlaceOrder = z.infer<typeof PlaceOrder>

export const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,200}$/, 'must be 8 to 200 visible ASCII characters; a UUID is a good choice')

export const JourneyEntry = z.object({
  position: z.int().min(1),
  type: z.enum(journeyEntryTypes),
  at: z.iso.datetime(),
  note: z.string().optional(),
  traceId: z.string().optional().describe("Where it is another one than the order's own."),
})
export type JourneyEntry = z.infer<typeof JourneyEntry>

export const Order = z.object({
  id: OrderId,
  status: z.enum(orderStatuses),
  reason: z.enum([...rejectionReasons, ...cancellationReasons]).optional(),
  detail: z.string().optional(),
  lines: z.array(OrderedLine),
  total: Money,
  ...bill,
  customer: Customer,
  trackingNumber: z.string().optional(),
  cancellable: z.boolean(),
  placedAt: z.iso.datetime(),
  journey: z.array(JourneyEntry),
  traceId: z.string().optional(),
})
export type Order = z.infer<typeof Order>

export const OrderAddress = z.object({ id: OrderId, href: z.string() })

export const Checkout = z.object({
  currency: z.string(),
  pricing: Pricing,
  broker: z.object({
    scriptUrl: z.string().describe("The payment broker's script, compatible with Stripe.js."),
    publishableKey: z.string(),
  }),
  traceUrl: z.string().optional().describe('Where operators see traces; {traceId} is to be replaced.'),
})
export type Checkout = z.infer<typeof Checkout>
