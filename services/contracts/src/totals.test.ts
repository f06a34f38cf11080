import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Pricing, PricingText, termsOf, usualPricing } from './pricing.ts'
import { totalsOf } from './totals.ts'

const eur = (amount: number) => ({ amount, currency: 'EUR' })
const standard = { price: 490, freeFrom: 5_000 }
const included = { rate: 19, included: true }
const added = { rate: 8.25, included: false }

describe('the totals of an order', () => {
  it('tell the tax that is in the prices', () => {
    expect(totalsOf(eur(3_900), { delivery: standard, tax: included })).toEqual({
      items: eur(3_900),
      delivery: eur(490),
      tax: eur(701),
      total: eur(4_390),
    })
  })

  it('add the tax that is not, also to the delivery', () => {
    expect(totalsOf(eur(3_900), { delivery: standard, tax: added })).toEqual({
      items: eur(3_900),
      delivery: eur(490),
      tax: eur(362),
      total: eur(4_752),
    })
  })

  it.each([
    [4_999, 490],
    [5_000, 0],
    [5_001, 0],
  ])('of items for %i have delivery for %i', (items, delivery) => {
    expect(totalsOf(eur(items), { delivery: standard, tax: included }).delivery).toEqual(eur(delivery))
  })

  it.each([
    [50, 1, 1],
    [49, 1, 0],
    [150, 1, 2],
  ])('round the tax on %i at %i %% to %i', (items, rate, tax) => {
    const free = { delivery: { price: 0 }, tax: { rate, included: false } }
    expect(totalsOf(eur(items), free).tax).toEqual(eur(tax))
  })

  it('are refused rather than inexact', () => {
    const items = eur(Number.MAX_SAFE_INTEGER)
    expect(() => totalsOf(items, { delivery: standard, tax: added })).toThrow(RangeError)
  })

  const terms = fc.record({
    delivery: fc.record({ price: fc.nat(100_000), freeFrom: fc.nat(1_000_000) }, { requiredKeys: ['price'] }),
    tax: fc.record({ rate: fc.nat(10_000).map((parts) => parts / 100), included: fc.boolean() }),
  })
  const amount = fc.integer({ min: 0, max: 1e12 })

  it('always add up', () => {
    fc.assert(
      fc.property(amount, terms, (items, given) => {
        const totals = totalsOf(eur(items), given)
        const sum = totals.items.amount + totals.delivery.amount
        const whole = given.tax.included ? sum : sum + totals.tax.amount
        expect(totals.total.amount).toBe(whole)
        expect(totals.tax.amount).toBeGreaterThanOrEqual(0)
        expect(Number.isSafeInteger(totals.tax.amount)).toBe(true)
      }),
    )
  })

  it('have the same tax, whether it is in the prices or on top of them, but for the rounding', () => {
    fc.assert(
      fc.property(amount, fc.nat(10_000), (items, parts) => {
        const rate = parts / 100
        const net = totalsOf(eur(items), { delivery: { price: 0 }, tax: { rate, included: false } })
        const gross = totalsOf(net.total, { delivery: { price: 0 }, tax: { rate, included: true } })
        expect(gross.tax).toEqual(net.tax)
      }),
    )
  })

  it('do not fall when more is bought, but for a delivery that becomes free', () => {
    fc.assert(
      fc.property(amount, fc.nat(1_000), terms, (items, more, { delivery: { price }, tax }) => {
        const given = { delivery: { price }, tax }
        const less = totalsOf(eur(items), given).total.amount
        expect(totalsOf(eur(items + more), given).total.amount).toBeGreaterThanOrEqual(less)
      }),
    )
  })
})

describe('the pricing of a store', () => {
  it('has a tax and deliveries where nothing is said', () => {
    expect(usualPricing.tax).toEqual({ name: 'VAT', rate: 19, included: true })
    expect(usualPricing.deliveries.map(({ id }) => id)).toEqual(['standard', 'express'])
  })

  it('comes through an environment as it is', () => {
    expect(PricingText.parse(JSON.stringify(usualPricing))).toEqual(usualPricing)
    expect(PricingText.safeParse('{').error?.issues).toMatchObject([{ message: 'must be JSON' }])
  })

  it('has no two deliveries of one name', () => {
    const [one] = usualPricing.deliveries
    expect(Pricing.safeParse({ deliveries: [one, one] }).success).toBe(false)
  })

  it('gives the first delivery to whoever does not choose, and none that it has not', () => {
    expect(termsOf(usualPricing, undefined)?.delivery.id).toBe('standard')
    expect(termsOf(usualPricing, 'express')?.delivery.id).toBe('express')
    expect(termsOf(usualPricing, 'pigeon')).toBeUndefined()
  })
})
