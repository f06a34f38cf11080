import { expect, it } from 'vitest'
import { kinds, mixOf } from './kinds.ts'

it('a mix has every kind, as often as its weight says, spread evenly', () => {
  const mix = mixOf(500)
  const total = kinds.reduce((sum, { weight }) => sum + weight, 0)
  for (const kind of kinds) {
    const wanted = (500 * kind.weight) / total
    const count = mix.filter((one) => one === kind).length
    expect(Math.abs(count - wanted), kind.name).toBeLessThanOrEqual(1)
  }
})

it('a small mix begins with the most common kind', () => {
  expect(mixOf(1).map(({ name }) => name)).toEqual(['good'])
})
