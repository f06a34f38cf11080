import { afterEach, describe, expect, test, vi } from 'vitest'

const wish = {
  cart: {
    lines: [{ sku: 'KET-001', quantity: 2, product: undefined }],
    total: { amount: 7800, currency: 'EUR' },
    etag: '7',
  },
  customer: {
    name: 'Ada',
    email: 'ada@example.com',
    address: { street: 'Long Lane 1', postalCode: '10115', city: 'Berlin', country: 'DE' },
  },
  delivery: { id: 'express' },
  payment: { id: 'pm_1', type: 'card' as const, label: 'Visa ending in 4242' },
}

/** As a page makes it whose browser speaks that. */
async function orderIn(language: string) {
  vi.resetModules()
  vi.stubGlobal('navigator', { languages: [language] })
  const { orderToPlace } = await import('./order-to-place.ts')
  return orderToPlace
}
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('an order', () => {
  test.each([
    ['de-AT', 'de'],
    ['en-GB', 'en'],
    ['fr', 'en'],
  ])('from a browser in %s asks for e-mails in the language of the page: %s', async (browser, language) => {
    expect((await orderIn(browser))(wish)).toEqual({
      lines: [{ sku: 'KET-001', quantity: 2 }],
      total: wish.cart.total,
      delivery: 'express',
      customer: wish.customer,
      language,
      paymentMethod: 'pm_1',
      paymentType: 'card',
      cartEtag: '7',
    })
  })

  test('waits for its total', async () => {
    const cart = { ...wish.cart, total: undefined }
    expect((await orderIn('en'))({ ...wish, cart })).toBeUndefined()
  })
})
