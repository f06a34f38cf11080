import { readdir, readFile } from 'node:fs/promises'
import { Category } from '@aos/contracts/http'
import { MinorUnits } from '@aos/contracts/money'
import { Sku } from '@aos/contracts/order-parts'
import { z } from 'zod'
import { etagOf } from './answers.ts'

/** The catalogue that the store opens with: files that people edit. */
const folder = new URL('../catalogue/', import.meta.url)
export const picturesFolder = new URL('pictures/', folder)

const CatalogueProduct = z.object({
  sku: Sku,
  name: z.string().trim().min(1),
  category: z.string(),
  description: z.string().trim().min(1),
  price: MinorUnits.positive().describe('Cents.'),
  onHand: z.int().min(0).max(1_000_000),
  tags: z.array(z.string().regex(/^[a-z0-9-]+$/)).optional(),
})
type CatalogueProduct = z.infer<typeof CatalogueProduct>

export interface Catalogue {
  categories: Category[]
  products: CatalogueProduct[]
  pictures: OpeningPicture[]
}

/** SVG, as `KET-001.svg` is the kettle's first picture and `KET-001-2.svg` the second. */
interface OpeningPicture {
  sku: string
  place: number
  version: string
  content: string
}

/** @throws Error that names every product with a fault. */
export function parseCatalogue(categoriesFile: unknown, productsFile: unknown): Omit<Catalogue, 'pictures'> {
  const categories = z.array(Category).parse(categoriesFile)
  const slugs = new Set(categories.map(({ slug }) => slug))
  const skus = new Set<string>()
  const parsed = z
    .array(z.unknown())
    .parse(productsFile)
    .map((entry, i) => {
      const product = CatalogueProduct.safeParse(entry)
      if (!product.success) return { fault: `${nameOf(entry, i)}: ${z.prettifyError(product.error)}` }
      const { sku, category } = product.data
      if (!slugs.has(category)) return { fault: `${sku}: there is no category ${category}` }
      if (skus.has(sku)) return { fault: `${sku}: another product has this SKU` }
      skus.add(sku)
      return { product: product.data }
    })
  complainAbout(parsed.flatMap(({ fault }) => fault ?? []))
  return { categories, products: parsed.flatMap(({ product }) => product ?? []) }
}

export async function readCatalogue(): Promise<Catalogue> {
  const [categories, products] = await Promise.all([readJson('categories.json'), readJson('products.json')])
  const catalogue = parseCatalogue(categories, products)
  const pictures = await readPictures()
  complainAbout(faultsOfPictures(catalogue.products, pictures))
  return { ...catalogue, pictures }
}

const readJson = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(file, folder), 'utf8'))

const PICTURE_FILE = /^([A-Z]+-\d{3})(?:-(\d))?\.svg$/

async function readPictures(): Promise<OpeningPicture[]> {
  const files = await readdir(picturesFolder)
  return Promise.all(
    files.map(async (file) => {
      const [, sku = file, place = 1] = PICTURE_FILE.exec(file) ?? []
      const content = await readFile(new URL(file, picturesFolder), 'utf8')
      return { sku, place: Number(place), version: etagOf(Buffer.from(content)), content }
    }),
  )
}

function faultsOfPictures(
  products: readonly CatalogueProduct[],
  pictures: readonly OpeningPicture[],
): string[] {
  const skus = new Set(products.map(({ sku }) => sku))
  const shown = new Set(pictures.map(({ sku }) => sku))
  return [
    ...[...skus].filter((sku) => !shown.has(sku)).map((sku) => `${sku}: pictures/${sku}.svg is missing`),
    ...[...shown].filter((sku) => !skus.has(sku)).map((sku) => `pictures: there is no product ${sku}`),
  ]
}

function nameOf(entry: unknown, index: number): string {
  const sku = entry !== null && typeof entry === 'object' && 'sku' in entry ? entry.sku : undefined
  return typeof sku === 'string' ? sku : `product ${index + 1}`
}

function complainAbout(faults: string[]): void {
  if (faults.length > 0) throw new Error(`the catalogue has faults:\n${faults.join('\n')}`)
}
