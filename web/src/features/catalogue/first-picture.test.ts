import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => vi.resetModules())
afterEach(() => vi.restoreAllMocks())

async function openedAt(path: string) {
  const opened = { name: `http://shop.test${path}` } as PerformanceEntry
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([opened])
  return (await import('./first-picture.ts')).pictureFetchedAhead
}
const ahead = '/api/v1/products/KET-001/picture'

test('the product with which the shop was opened shows what was fetched ahead, before and after its data come', async () => {
  const pictureFetchedAhead = await openedAt('/products/KET-001')
  expect(pictureFetchedAhead('KET-001')).toBe(ahead)
  expect(pictureFetchedAhead('KET-001', `${ahead}?v=1`)).toBe(ahead)
  expect(pictureFetchedAhead('KET-001')).toBe(ahead)
})

test('another picture that became the first in the meantime is shown instead', async () => {
  const pictureFetchedAhead = await openedAt('/products/KET-001')
  pictureFetchedAhead('KET-001', `${ahead}?v=1`)
  expect(pictureFetchedAhead('KET-001', `${ahead}?v=2`)).toBeUndefined()
  expect(pictureFetchedAhead('KET-001', `${ahead}?v=1`)).toBe(ahead)
})

test('a product that was come to shows its own', async () => {
  const pictureFetchedAhead = await openedAt('/search')
  expect(pictureFetchedAhead('KET-001', `${ahead}?v=1`)).toBeUndefined()
})
