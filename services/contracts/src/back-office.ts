import { z } from 'zod'
import { Product } from './http.ts'
import { Money } from './money.ts'
import { Sku, text } from './order-parts.ts'
import { pageNumber, queryNumber } from './query-number.ts'

/** The shapes of the back office in the public API: what staff sees and changes of the catalogue. */

const PageSize = queryNumber((number) => number.int().min(1).max(100)).default(25)

export const productViews = ['all', 'low', 'retired'] as const

export const StaffProductQuery = z.object({
  q: text(100).optional().describe('Part of a name or of a SKU.'),
  view: z
    .enum(productViews)
    .default('all')
    .describe('What is short comes with the fewest left first; retired is what is sold no more.'),
  page: pageNumber,
  pageSize: PageSize,
})

export const PictureVersion = z
  .string()
  .regex(/^[\w-]{22}$/)
  .describe('Follows from the content.')

export const StaffProduct = Product.extend({
  tags: z.array(z.string()),
  onHand: z.int().describe('On the shelf, with what is held for orders.'),
  reserved: z.int().describe('Held for orders that are not picked yet.'),
  edition: z.int().describe('Counts the edits; send it with the next one.'),
  pictures: z
    .array(z.object({ version: PictureVersion, address: z.string() }))
    .describe('In the order in which the shop shows them.'),
  retiredAt: z.iso.datetime().optional().describe('Since then it is not in the catalogue.'),
})
export type StaffProduct = z.infer<typeof StaffProduct>

export const StaffProductPage = z.object({
  products: z.array(StaffProduct),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
})
export type StaffProductPage = z.infer<typeof StaffProductPage>

const outOfBounds = 'must be more than nothing, and at most a million'
const Price = Money.extend({ amount: z.int().min(1, outOfBounds).max(100_000_000, outOfBounds) })

const EditedProduct = z.object({
  name: text(200),
  category: text(50).describe('The slug of a category that there is.'),
  description: text(2_000),
  price: Price,
  tags: z
    .array(z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be of small letters, digits and hyphens'))
    .max(20)
    .describe('What it has in common with related products.'),
})

export const CreateProduct = EditedProduct.extend({ sku: Sku, onHand: z.int().min(0).max(1_000_000) })
export type CreateProduct = z.infer<typeof CreateProduct>

export const ChangeProduct = EditedProduct.extend({
  edition: z.int().min(1).describe('The one that was edited; another one since is a conflict.'),
})
export type ChangeProduct = z.infer<typeof ChangeProduct>

export const pictureTypes = ['image/svg+xml', 'image/png', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

export const MOST_PICTURES = 8

/** Shoppers on a slow connection wait for it. */
export const LARGEST_PICTURE = { bytes: 180_000, pixels: 4_000 }

export const UploadPicture = z.object({
  type: z.enum(pictureTypes),
  content: z
    .base64()
    .min(1)
    .max(Math.ceil(LARGEST_PICTURE.bytes / 3) * 4),
})
export type UploadPicture = z.infer<typeof UploadPicture>

export const FirstPicture = z.object({ version: PictureVersion })

const Note = text(200)

export const RetireProduct = z.object({ note: Note.optional() })

const Pieces = z.int().min(1).max(1_000_000)

/** A delivery adds to what is there; a count says what is there, whatever was believed. */
export const StockChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('delivery'), quantity: Pieces, note: Note.optional() }),
  z.object({ kind: z.literal('count'), counted: z.int().min(0).max(1_000_000), note: Note }),
])
export type StockChange = z.infer<typeof StockChange>

export const changeActions = [
  'created',
  'edited',
  'picture',
  'first-picture',
  'picture-removed',
  'delivery',
  'count',
  'retired',
  'resumed',
] as const
export type ChangeAction = (typeof changeActions)[number]

const ChangedField = z.object({
  field: z.string(),
  from: z.union([z.string(), z.number(), z.null()]),
  to: z.union([z.string(), z.number(), z.null()]),
})
export type ChangedField = z.infer<typeof ChangedField>

/** Who changed what of which product, when, from what to what. */
export const ProductChange = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  sku: Sku,
  action: z.enum(changeActions),
  fields: z.array(ChangedField),
  note: z.string().optional(),
  subject: z.string().describe('The account.'),
  email: z.string().optional(),
})
export type ProductChange = z.infer<typeof ProductChange>

export const ChangeQuery = z.object({ sku: Sku.optional(), page: pageNumber, pageSize: PageSize })

export const ChangePage = z.object({
  changes: z.array(ProductChange),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
})
export type ChangePage = z.infer<typeof ChangePage>
