import { expect, it, vi } from 'vitest'
import { taxLabel } from './totals-list.tsx'

vi.hoisted(() => vi.stubGlobal('navigator', { languages: ['de'] }))

it('a tax rate with a fraction is written as Germans write it', () => {
  expect(taxLabel({ name: 'MwSt.', rate: 8.1 })).toBe('MwSt. (8,1 %)')
  expect(taxLabel({ name: 'MwSt.', rate: 19 })).toBe('MwSt. (19 %)')
})
