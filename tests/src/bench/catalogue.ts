import { Database } from '@aos/chassis/database'
import { migrateDatabase } from '@aos/chassis/setup/migrate'
import { Agent, request } from 'undici'
import { readCatalogue } from '../../../services/stock/src/catalogue.ts'
import { seed } from '../../../services/stock/src/seed.ts'
import { type Latencies, latenciesOf } from './latencies.ts'

/** The catalogue that the store comes with, so many times over, each copy with a number of its own. */
export async function fillCatalogue(databaseUrl: string, products: number): Promise<void> {
  await migrateDatabase('stock', databaseUrl)
  const database = new Database({ DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: 1 })
  const catalogue = await readCatalogue()
  const copies = Array.from({ length: products }, (_, i) => {
    const product = catalogue.products[i % catalogue.products.length]
    const copy = Math.floor(i / catalogue.products.length)
    if (!product) throw new Error('the catalogue is empty')
    return copy === 0
      ? product
      : {
          ...product,
          sku: `${product.sku}-${copy}`,
          name: `${product.name} ${copy}`,
          price: product.price + copy,
        }
  })
  await seed(database.knex, { ...catalogue, products: copies })
  await database.knex.raw('VACUUM ANALYZE products, product_texts, search_words')
  await database.close()
}

export interface Asked {
  perSecond: number
  latency: Latencies
  bytes: number
}

interface Load {
  inFlight: number
  seconds: number
  /** Whether the callers have the answer already and ask if it is still so. */
  isKept: boolean
}

/** One question by many callers, each of whom asks again as soon as they are answered. */
export async function ask(url: string, { inFlight, seconds, isKept }: Load): Promise<Asked> {
  const dispatcher = new Agent({ connections: inFlight })
  const first = await request(url, { dispatcher })
  await first.body.dump()
  const headers: Record<string, string> = isKept ? { 'if-none-match': String(first.headers.etag) } : {}
  const latenciesMs: number[] = []
  let bytes = 0
  const until = performance.now() + seconds * 1000
  const caller = async () => {
    while (performance.now() < until) {
      const started = performance.now()
      const { statusCode, body } = await request(url, { dispatcher, headers })
      bytes = (await body.arrayBuffer()).byteLength
      if (statusCode !== (isKept ? 304 : 200)) throw new Error(`${url} answers ${statusCode}`)
      latenciesMs.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, caller))
  await dispatcher.close()
  return { perSecond: latenciesMs.length / seconds, latency: latenciesOf(latenciesMs), bytes }
}
