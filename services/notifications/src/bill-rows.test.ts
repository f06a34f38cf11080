import { expect, it } from 'vitest'
import { type Bill, billRows } from './bill-rows.ts'
import { wordingIn } from './wording.ts'

const rows = (bill: Bill, language = 'en') =>
  billRows(bill, wordingIn(language)).map(([label, amount]) => [label, amount.replace('\u00a0', ' ')])
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const totals = { items: eur(9050), delivery: eur(490), tax: eur(1523) }
const delivery = { id: 'standard', name: 'Standard', time: '2–4 working days' }

it('names what the total is made of', () => {
  const tax = { name: 'VAT', rate: 19, included: true }
  expect(rows({ totals, tax, delivery, total: eur(9540) })).toEqual([
    ['Items', '€90.50'],
    ['Standard delivery', '€4.90'],
    ['In it VAT (19 %)', '€15.23'],
    ['Total', '€95.40'],
  ])
})

it('does so in German', () => {
  const tax = { name: 'MwSt.', rate: 8.25, included: true }
  expect(rows({ totals, tax, delivery, total: eur(9540) }, 'de')).toEqual([
    ['Artikel', '90,50 €'],
    ['Versand: Standard', '4,90 €'],
    ['Darin MwSt. (8,25 %)', '15,23 €'],
    ['Gesamt', '95,40 €'],
  ])
})

it('names tax that was added, and delivery that costs nothing', () => {
  const tax = { name: 'Sales tax', rate: 8.25, included: false }
  const free = { ...totals, delivery: eur(0) }
  expect(rows({ totals: free, tax, delivery, total: eur(10573) }).slice(1, 3)).toEqual([
    ['Standard delivery', 'Free'],
    ['Sales tax (8.25 %)', '€15.23'],
  ])
})

it('says the total alone of an order that knows no more', () => {
  expect(rows({ total: eur(9050) })).toEqual([['Total', '€90.50']])
})
