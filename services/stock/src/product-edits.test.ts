import { describe, expect, it } from 'vitest'
import { differences, priceText } from './product-edits.ts'

const kettle = {
  name: 'Kettle',
  category: 'kitchen',
  description: 'Boils.',
  price: 8900,
  tags: ['tea', 'copper'],
}

describe('an edit', () => {
  it('is told field by field', () => {
    const edited = { ...kettle, price: 9950, tags: ['tea'] }
    expect(differences(kettle, edited, 'EUR')).toEqual([
      { field: 'price', from: '89.00 EUR', to: '99.50 EUR' },
      { field: 'tags', from: 'tea, copper', to: 'tea' },
    ])
  })

  it('that changes nothing says nothing', () => {
    expect(differences(kettle, { ...kettle, tags: [...kettle.tags] }, 'EUR')).toEqual([])
  })
})

it('a price has as many decimals as its currency', () => {
  expect([priceText(8900, 'EUR'), priceText(8900, 'JPY')]).toEqual(['89.00 EUR', '8900 JPY'])
})
