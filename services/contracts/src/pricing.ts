import { z } from 'zod'
import { MinorUnits, Money } from './money.ts'

export { type Totals, totalsOf } from './totals.ts'

export const TaxRule = z
  .strictObject({
    name: z.string().min(1).max(30).default('VAT').describe('As shoppers know it.'),
    rate: z.number().min(0).max(100).default(19).describe('In percent, with two decimals at most.'),
    included: z
      .boolean()
      .default(true)
      .describe('Whether prices of items and delivery have the tax in them; otherwise it is added.'),
  })
  .describe('The tax on items and delivery.')
export type TaxRule = z.output<typeof TaxRule>

export const DeliveryId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be a word such as standard')
  .describe('Its name for programs; the carrier gets it as the service that is wanted.')

const DeliveryGlance = z.object({
  id: DeliveryId,
  name: z.string().min(1).max(40).describe('As shoppers read it.'),
  time: z.string().min(1).max(60).describe('How long it takes, such as “2–4 working days”.'),
})

export const DeliveryChoice = z
  .strictObject({
    ...DeliveryGlance.shape,
    price: MinorUnits.describe('In minor units of the currency: 490 is 4.90 EUR.'),
    freeFrom: MinorUnits.optional().describe('From items of so much on it costs nothing; minor units.'),
  })
  .describe('A way in which parcels come.')
export type DeliveryChoice = z.output<typeof DeliveryChoice>

/** How the prices of the catalogue become what an order costs: one rule for the whole store. */
export const Pricing = z
  .strictObject({
    tax: TaxRule.prefault({}),
    deliveries: z
      .array(DeliveryChoice)
      .min(1)
      .max(10)
      .refine(
        (choices) => new Set(choices.map(({ id }) => id)).size === choices.length,
        'must have different ids',
      )
      .default([
        { id: 'standard', name: 'Standard', time: '2–4 working days', price: 490, freeFrom: 5_000 },
        { id: 'express', name: 'Express', time: 'the next working day', price: 1_290 },
      ])
      .describe('What shoppers can choose from; the first one unless they do.'),
  })
  .describe('Tax, and what delivery costs.')
export type Pricing = z.output<typeof Pricing>

/** Of a store that says nothing else. */
export const usualPricing: Pricing = Pricing.parse({})

/** As it is written in a service's environment. */
export const PricingText = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue('must be JSON')
      return z.NEVER
    }
  })
  .pipe(Pricing)

/** By which an order's total came about, kept with the order: later changes of the pricing do not concern it. */
export interface Terms {
  delivery: DeliveryChoice
  tax: TaxRule
}

/** @param id of the delivery; the first one unless said. */
export function termsOf({ tax, deliveries }: Pricing, id: string | undefined): Terms | undefined {
  const delivery = id === undefined ? deliveries[0] : deliveries.find((choice) => choice.id === id)
  return delivery && { delivery, tax }
}

/** What an order's total is made of; absent in orders from before there was a choice of delivery. */
export const bill = {
  delivery: DeliveryGlance.optional(),
  totals: z
    .object({
      items: Money,
      delivery: Money,
      tax: Money.describe('In the items and the delivery, or on top of them: see tax.included.'),
    })
    .optional()
    .describe('What the total is made of, as soon as the prices are known.'),
  tax: z.object({ name: z.string(), rate: z.number(), included: z.boolean() }).optional(),
}
