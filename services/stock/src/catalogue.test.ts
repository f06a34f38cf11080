import { describe, expect, it } from 'vitest'
import { parseCatalogue, readCatalogue } from './catalogue.ts'

const categories = [{ slug: 'kitchen', name: 'Kitchen', description: 'Pots.' }]
const aProduct = (overrides: Record<string, unknown> = {}) => ({
  sku: 'KET-001',
  name: 'Kettle',
  category: 'kitchen',
  description: 'Boils.',
  price: 100,
  onHand: 5,
  ...overrides,
})

describe('the catalogue files', () => {
  it('name every product that has a fault', () => {
    const products = [
      aProduct(),
      aProduct({ sku: 'CUP-001', price: 9.99 }),
      aProduct({ sku: 'LMP-001', category: 'lamps' }),
      aProduct(),
      'nonsense',
    ]
    expect(() => parseCatalogue(categories, products)).toThrowError(
      /CUP-001: .*price.*LMP-001: there is no category lamps.*KET-001: another product.*product 5: /s,
    )
  })

  it('that the store comes with have no faults', async () => {
    const { categories, products } = await readCatalogue()
    expect(categories.length).toBeGreaterThan(1)
    expect(products.length).toBeGreaterThanOrEqual(40)
  })
})
