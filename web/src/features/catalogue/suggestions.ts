import type { Suggestions } from '@aos/contracts/http'
import { linkOptions } from '@tanstack/react-router'

const linkTo = {
  category: (slug: string) => linkOptions({ to: '/categories/$slug', params: { slug } }),
  product: (sku: string) => linkOptions({ to: '/products/$sku', params: { sku } }),
}

export interface Suggestion {
  id: string
  name: string
  product?: Suggestions['products'][number]
  link: ReturnType<(typeof linkTo)[keyof typeof linkTo]>
}

/** Categories first: they are few, and lead to more. */
export const suggestionsIn = (
  { products, categories }: Suggestions = { products: [], categories: [] },
): Suggestion[] => [
  ...categories.map(({ slug, name }) => ({ id: `category ${slug}`, name, link: linkTo.category(slug) })),
  ...products.map((product) => ({
    id: product.sku,
    name: product.name,
    product,
    link: linkTo.product(product.sku),
  })),
]
