/** What the API answers about one product. */
export const anyProduct = /\/api\/v1\/products\/[A-Z0-9-]+$/

export const longName =
  'The Unreasonably Long-Winded Donaudampfschifffahrtsgesellschaftskapitänsmützenständer of Solid Walnut'
