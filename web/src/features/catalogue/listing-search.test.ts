import { describe, expect, test } from 'vitest'
import { changed, countFilters, listingSearch } from './listing-search.ts'

describe('the address of a list', () => {
  test('says what is asked for', () => {
    const search = {
      q: 'tea',
      category: 'kitchen',
      min: 5,
      max: 20.5,
      stock: true,
      sort: 'cheapest',
      page: 2,
    }
    expect(listingSearch(search)).toEqual(search)
  })

  test('may hold anything: what makes no sense is left out', () => {
    const nonsense = {
      q: ' ',
      category: 7,
      min: -1,
      max: 'x',
      stock: 'maybe',
      sort: 'colour',
      page: 1.5,
      foo: 1,
    }
    expect(listingSearch(nonsense)).toEqual({})
    expect(listingSearch({ q: 42, page: 99_999, min: Number.POSITIVE_INFINITY })).toEqual({ q: '42' })
    expect(listingSearch({ q: 'x'.repeat(200) }).q).toHaveLength(100)
  })

  test('a change starts from the first page, and undefined takes away', () => {
    const search = listingSearch({ q: 'tea', min: 5, page: 3 })
    expect(changed(search, { stock: true })).toEqual({ q: 'tea', min: 5, stock: true })
    expect(changed(search, { min: undefined })).toEqual({ q: 'tea' })
    expect(changed(search, { page: 4 })).toEqual({ q: 'tea', min: 5, page: 4 })
  })

  test('counts a price range as one filter', () => {
    expect(countFilters({})).toBe(0)
    expect(countFilters({ q: 'tea', sort: 'name', min: 1, max: 2 })).toBe(1)
    expect(countFilters({ max: 2, stock: true })).toBe(2)
  })
})
