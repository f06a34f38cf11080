import type { Category, ProductOrder } from '@aos/contracts/http'
import type { Knex } from 'knex'

export interface ProductRow {
  sku: string
  name: string
  category: string
  description: string
  price: number
  available: number
  /** Version of the first one. */
  picture: string | null
}

export interface CategoryRow extends Category {
  products: number
  /** One of its products. */
  sku: string
  picture: string | null
}

/** Those that have products, each with the product that has the most of them left to stand for it. */
export async function selectCategories(knex: Knex): Promise<CategoryRow[]> {
  const { rows } = await knex.raw<{ rows: CategoryRow[] }>(
    `SELECT slug, categories.name, categories.description, count(*)::integer AS products,
       (array_agg(sku ORDER BY price DESC, sku))[1] AS sku,
       (array_agg(pictures[1] ORDER BY price DESC, sku))[1] AS picture
     FROM categories JOIN products ON category = slug AND retired_at IS NULL
     GROUP BY slug ORDER BY categories.name`,
  )
  return rows
}

export interface Wanted {
  /** For to_tsquery. */
  words: string | undefined
  /** Found by its SKU as well. */
  sku: string | undefined
  category: string | undefined
  priceMin: number | undefined
  priceMax: number | undefined
  inStock: boolean
  sort: ProductOrder
  limit: number
  offset: number
}

export interface FoundRows {
  rows: ProductRow[]
  total: number
  /** Whichever category was asked for. */
  categories: { slug: string; products: number }[]
  /** At whichever price. */
  lowest: number | null
  highest: number | null
}

/** PostgreSQL's largest integer. */
const MOST = 2_147_483_647

const orders: Record<ProductOrder, string> = {
  relevance: 'relevance DESC, (available > 0) DESC, name, sku',
  name: 'name, sku',
  cheapest: 'price, name, sku',
  dearest: 'price DESC, name, sku',
  newest: 'added_at DESC, name, sku',
}

/** Everything about a page of products in one statement, so that its numbers fit each other. */
export async function selectProducts(knex: Knex, wanted: Wanted): Promise<FoundRows> {
  const isSearch = wanted.words !== undefined
  const { rows } = await knex.raw<{ rows: [FoundRows] }>(
    `WITH found AS MATERIALIZED (
       SELECT sku, name, category, price, added_at, on_hand - reserved AS available,
         CAST(:category AS text) IS NULL OR category = :category AS of_category,
         price BETWEEN CAST(:priceMin AS integer) AND CAST(:priceMax AS integer) AS of_price,
         ${isSearch ? "ts_rank('{0.1, 0.2, 0.6, 1}', document, query)" : '0'} AS relevance
       FROM products
         ${isSearch ? "JOIN product_texts USING (sku), to_tsquery('english', :words) AS query" : ''}
       WHERE retired_at IS NULL
         ${isSearch ? 'AND (document @@ query OR sku = :sku)' : ''}
         ${wanted.inStock ? 'AND on_hand > reserved' : ''}
     ), page AS (
       SELECT sku, available, row_number() OVER (ORDER BY ${orders[wanted.sort]}) AS place
       FROM found WHERE of_category AND of_price ORDER BY place LIMIT :limit OFFSET :offset
     ), facets AS (
       SELECT category AS slug, count(*) AS products FROM found WHERE of_price GROUP BY category
     ), shown AS (
       SELECT sku, name, category, description, price, available, pictures[1] AS picture, place FROM page JOIN products USING (sku)
     )
     SELECT
       (SELECT count(*)::integer FROM found WHERE of_category AND of_price) AS total,
       (SELECT min(price) FROM found WHERE of_category) AS lowest,
       (SELECT max(price) FROM found WHERE of_category) AS highest,
       (SELECT coalesce(jsonb_agg(facets ORDER BY slug), '[]') FROM facets) AS categories,
       (SELECT coalesce(jsonb_agg(to_jsonb(shown) - 'place' ORDER BY place), '[]') FROM shown) AS rows`,
    {
      words: wanted.words ?? null,
      sku: wanted.sku ?? null,
      category: wanted.category ?? null,
      priceMin: wanted.priceMin ?? 0,
      priceMax: wanted.priceMax ?? MOST,
      limit: wanted.limit,
      offset: wanted.offset,
    },
  )
  return rows[0]
}

const columns =
  'sku, name, category, description, price, pictures[1] AS picture, on_hand - reserved AS available'

export async function selectProduct(
  knex: Knex,
  sku: string,
): Promise<(ProductRow & { pictures: string[] }) | undefined> {
  const { rows } = await knex.raw<{ rows: (ProductRow & { pictures: string[] })[] }>(
    `SELECT ${columns}, pictures FROM products WHERE sku = ? AND retired_at IS NULL`,
    [sku],
  )
  return rows[0]
}

/** By the tags and the category that they share; what can be bought comes first. */
export async function selectRelated(knex: Knex, sku: string, limit: number): Promise<ProductRow[]> {
  const { rows } = await knex.raw<{ rows: ProductRow[] }>(
    `WITH this AS (SELECT sku AS own, category AS shelf, tags AS labels FROM products WHERE sku = ?)
     SELECT ${columns} FROM this, products
     WHERE sku <> own AND retired_at IS NULL AND (category = shelf OR tags && labels)
     ORDER BY on_hand > reserved DESC,
       cardinality(ARRAY(SELECT unnest(tags) INTERSECT SELECT unnest(labels))) * 2 + (category = shelf)::integer DESC,
       name, sku
     LIMIT ?`,
    [sku, limit],
  )
  return rows
}

export async function selectCategoriesLike(
  knex: Knex,
  beginning: string,
): Promise<Pick<Category, 'slug' | 'name'>[]> {
  const { rows } = await knex.raw<{ rows: Pick<Category, 'slug' | 'name'>[] }>(
    `SELECT slug, name FROM categories
     WHERE starts_with(lower(unaccent(name)), lower(unaccent(?)))
       AND EXISTS (SELECT FROM products WHERE category = slug AND retired_at IS NULL)
     ORDER BY name LIMIT 3`,
    [beginning],
  )
  return rows
}
