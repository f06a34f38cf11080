import { expect, it } from 'vitest'
import { billRows } from './bill-rows.ts'

const eur = (amount: number) => ({ amount, currency: 'EUR' })
const totals = { items: eur(9050), delivery: eur(490), tax: eur(1523) }
const delivery = { id: 'standard', name: 'Standard', time: '2–4 working days' }

it('names what the total is made of', () => {
  const tax = { name: 'VAT', rate: 19, included: true }
  expect(billRows({ totals, tax, delivery, total: eur(9540) })).toEqual([
    ['Items', '€90.50'],
    ['Standard delivery', '€4.90'],
    ['In it VAT (19 %)', '€15.23'],
    ['Total', '€95.40'],
  ])
})

it('names tax that was added, and delivery that costs nothing', () => {
  const tax = { name: 'Sales tax', rate: 8.25, included: false }
  const free = { ...totals, delivery: eur(0) }
  expect(billRows({ totals: free, tax, delivery, total: eur(10573) }).slice(1, 3)).toEqual([
    ['Standard delivery', 'Free'],
    ['Sales tax (8.25 %)', '€15.23'],
  ])
})

it('says the total alone of an order that knows no more', () => {
  expect(billRows({ total: eur(9050) })).toEqual([['Total', '€90.50']])
})
