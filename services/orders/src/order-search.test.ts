import { describe, expect, it } from 'vitest'
import { searchFor } from './order-search.ts'

describe('what is looked for', () => {
  it('is an order number by its beginning, with dashes or without', () => {
    expect(searchFor('0198F2C0-00').ids).toEqual([
      `0198f2c000${'0'.repeat(22)}`,
      `0198f2c000${'f'.repeat(22)}`,
    ])
    const whole = '0198f2c0-0000-7000-8000-000000000001'
    expect(searchFor(whole).ids).toEqual([whole.replaceAll('-', ''), whole.replaceAll('-', '')])
  })

  it.each(['ada@example.com', 'ada', '-', '0'.repeat(33), "'; DROP TABLE orders"])(
    'is no order number: %s',
    (words) => {
      expect(searchFor(words).ids).toBeUndefined()
    },
  )

  it('is an e-mail address by its beginning, in which nothing stands for anything else', () => {
    expect(searchFor('Ada_L%@Example').email).toBe('ada\\_l\\%@example%')
  })
})
