import { AppError } from '@aos/chassis/errors'
import { pathTo } from '@aos/contracts/addresses'
import { decimalsOf } from '@aos/contracts/amounts'
import type {
  ListedCategory,
  Product,
  ProductInFull,
  ProductPage,
  ProductQuery,
  Suggestions,
} from '@aos/contracts/http'
import type { Knex } from 'knex'
import type { z } from 'zod'
import { pictureAddress } from './pictures.ts'
import type { PricedProducts } from './priced-products.ts'
import {
  type FoundRows,
  type ProductRow,
  selectCategories,
  selectCategoriesLike,
  selectProduct,
  selectProducts,
  selectRelated,
  type Wanted,
} from './products-table.ts'
import { selectAskedWords, selectMeanings } from './search-table.ts'
import { type Understood, understand, unknownWords, wordsIn } from './search-words.ts'

export async function listCategories(knex: Knex): Promise<ListedCategory[]> {
  const rows = await selectCategories(knex)
  return rows.map(({ sku, picture, ...category }) => ({ ...category, ...shownPicture(sku, picture) }))
}

export async function listProducts(
  { database: { knex }, currency }: PricedProducts,
  { q, page, pageSize, inStock, sort, ...filters }: z.output<typeof ProductQuery>,
): Promise<ProductPage> {
  const asked = q === undefined ? undefined : await whatIsAsked(knex, q)
  const { meant, loosened, rows, total, categories, lowest, highest } = await find(knex, asked, {
    category: filters.category,
    priceMin: minorUnits(filters.priceMin, currency),
    priceMax: minorUnits(filters.priceMax, currency),
    sku: q?.toUpperCase(),
    inStock: inStock !== undefined,
    sort: sort ?? (asked ? 'relevance' : 'name'),
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })
  return {
    products: rows.map(asProduct(currency)),
    total,
    page,
    pageSize,
    categories,
    ...(lowest !== null &&
      highest !== null && {
        prices: { lowest: { amount: lowest, currency }, highest: { amount: highest, currency } },
      }),
    ...(meant !== undefined && { meant }),
    loosened,
  }
}

const suggestedProducts = 6

export async function suggest(
  { database: { knex }, currency }: PricedProducts,
  q: string,
): Promise<Suggestions> {
  const asked = await whatIsAsked(knex, q, { isTyping: true })
  const [{ rows }, categories] = await Promise.all([
    find(knex, asked, {
      category: undefined,
      priceMin: undefined,
      priceMax: undefined,
      sku: q.toUpperCase(),
      inStock: false,
      sort: 'relevance',
      limit: suggestedProducts,
      offset: 0,
    }),
    selectCategoriesLike(knex, q.trim()),
  ])
  return {
    products: rows
      .map(asProduct(currency))
      .map(({ sku, name, price, picture }) => ({ sku, name, price, ...(picture && { picture }) })),
    categories,
  }
}

export async function getProduct(
  { database, currency }: PricedProducts,
  sku: string,
): Promise<ProductInFull> {
  const row = await selectProduct(database.knex, sku)
  if (!row)
    throw new AppError(
      'not-found',
      'no-such-product',
      `there is no product ${sku}; the catalogue is at ${pathTo('listProducts')}`,
    )
  const { pictures, ...product } = row
  return {
    ...asProduct(currency)(product),
    pictures: pictures.map((version) => pictureAddress(sku, version)),
  }
}

const relatedProducts = 4

export async function listRelated(products: PricedProducts, sku: string): Promise<Product[]> {
  const [related] = await Promise.all([
    selectRelated(products.database.knex, sku, relatedProducts),
    getProduct(products, sku),
  ])
  return related.map(asProduct(products.currency))
}

type Asked = Understood | 'nothing'

async function whatIsAsked(knex: Knex, q: string, { isTyping = false } = {}): Promise<Asked> {
  const words = wordsIn(q)
  if (words.length === 0) return 'nothing'
  const asked = await selectAskedWords(knex, words)
  const unknown = unknownWords(asked)
  const meanings = unknown.length > 0 ? await selectMeanings(knex, unknown) : new Map<string, string>()
  return understand(asked, { meanings, isTyping }) ?? 'nothing'
}

type Found = FoundRows & { meant?: string | undefined; loosened: boolean }

async function find(knex: Knex, asked: Asked | undefined, filters: Omit<Wanted, 'words'>): Promise<Found> {
  if (asked === 'nothing') return { ...nothing, loosened: false }
  const found = await selectProducts(knex, { ...filters, words: asked?.all })
  const isAnything = found.categories.length > 0 || found.lowest !== null
  if (!asked || isAnything || asked.all === asked.some)
    return { ...found, meant: asked?.meant, loosened: false }
  const some = await selectProducts(knex, { ...filters, words: asked.some })
  return { ...some, meant: asked.meant, loosened: some.total > 0 }
}

const nothing: FoundRows = { rows: [], total: 0, categories: [], lowest: null, highest: null }

const minorUnits = (amount: number | undefined, currency: string): number | undefined =>
  amount === undefined ? undefined : Math.round(amount * 10 ** decimalsOf(currency))

const shownPicture = (sku: string, version: string | null): { picture?: string } =>
  version === null ? {} : { picture: pictureAddress(sku, version) }

const asProduct =
  (currency: string) =>
  ({ price, picture, ...row }: ProductRow): Product => ({
    ...row,
    price: { amount: price, currency },
    ...shownPicture(row.sku, picture),
  })
