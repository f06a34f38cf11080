import { z } from 'zod'
import { languageCodes } from './languages.ts'
import { MinorUnits } from './money.ts'

export const OrderId = z.uuid()
export const Sku = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,31}$/, 'must be a SKU such as KET-001')
export const Quantity = z.int().min(1).max(999)

/**
 * What is more than blanks (all that `trim` takes away), of any characters but the one that PostgreSQL's text
 * cannot hold. Nothing at all is for `min` to refuse.
 */
const somethingToRead =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are meant
  /^([^\u0000]*[^\u0000\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff][^\u0000]*)?$/

export const text = (most: number) =>
  z.string().max(most).trim().min(1).regex(somethingToRead, 'must not contain the character U+0000')

/** What is wanted: how many of which SKU. */
export const Line = z.object({ sku: Sku, quantity: Quantity })
export type Line = z.infer<typeof Line>

/** A line with the name and the price that the catalogue had when it was reserved. */
export const PricedLine = Line.extend({ name: z.string().min(1), unitPrice: MinorUnits })
export type PricedLine = z.infer<typeof PricedLine>

/** A line that may not have been priced yet. */
export const OrderedLine = z.union([PricedLine, Line])
export type OrderedLine = z.infer<typeof OrderedLine>

export const isPriced = (line: OrderedLine): line is PricedLine => 'unitPrice' in line

export const Address = z.object({
  street: text(200),
  postalCode: text(20),
  city: text(100),
  country: z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code such as DE'),
})
export type Address = z.infer<typeof Address>

export const Email = z
  .email()
  .max(254)
  .regex(/^[^@]{1,64}@/, 'must have at most 64 characters before the @')

/** In which a shopper wants to be spoken to. */
export const Language = z.enum(languageCodes)

export const Contact = z.object({
  name: text(100),
  email: Email,
  // Any word: who hears of a language that is new, and does not know it yet, writes English.
  language: z.string().optional().describe('In which to write, such as de; English unless said.'),
})
export type Contact = z.infer<typeof Contact>

export const Customer = Contact.extend({ address: Address })
export type Customer = z.infer<typeof Customer>

/** What is needed to write to somebody. */
export const contactOf = ({ name, email, language }: Contact): Contact => ({
  name,
  email,
  ...(language && { language }),
})

/** `requested` sums all lines of the SKU, so it may be more than one line can ask for. */
export const Shortage = z.object({ sku: Sku, requested: z.int().min(1), left: z.int().min(0) })
export type Shortage = z.infer<typeof Shortage>

export const rejectionReasons = ['unavailable', 'price-changed', 'payment-declined'] as const
export const cancellationReasons = ['customer', 'deadline', 'shipment-failed'] as const
