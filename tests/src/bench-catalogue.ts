import { parseArgs } from 'node:util'
import { Database } from '@aos/chassis/database'
import { serveCatalogue } from '../../services/stock/src/catalogue-harness.ts'
import { ask, fillCatalogue } from './bench/catalogue.ts'
import { native } from './harness/native.ts'

const help = `Measures what looking at the catalogue costs: with a PostgreSQL of its own, without sidecars and gateway.

npm run bench:catalogue -- [options]

  --products <n>      how large the catalogue is (20000)
  --in-flight <n>     questions at once (16)
  --seconds <n>       how long each is asked (3)
`

const questions: [string, string][] = [
  ['first page', '/products?pageSize=12'],
  ['a category, cheapest first', '/products?pageSize=12&category=kitchen&sort=cheapest&inStock=true'],
  ['search: kettle', '/products?pageSize=12&q=kettle'],
  ['search, mistyped: ketle steel', '/products?pageSize=12&q=ketle%20steel'],
  ['suggestions: ket', '/suggestions?q=ket'],
  ['a product', '/products/KET-001'],
  ['its relatives', '/products/KET-001/related'],
  ['categories', '/categories'],
]
const ways = [
  { name: 'always asked', freshForMs: 0, isKept: false },
  { name: 'fresh for 500 ms', freshForMs: 500, isKept: false },
  { name: 'and kept by the caller', freshForMs: 500, isKept: true },
]

async function measure(databaseUrl: string, load: { inFlight: number; seconds: number }): Promise<void> {
  const column = (text: string) => text.padStart(13)
  console.log(`${' '.repeat(56)}${['per second', 'p50 ms', 'p99 ms', 'bytes'].map(column).join('')}`)
  const database = new Database({ DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: 10 })
  for (const [name, path] of questions)
    for (const way of ways) {
      const catalogue = await serveCatalogue(database, way.freshForMs)
      const { perSecond, latency, bytes } = await ask(catalogue.address + path, { ...load, ...way })
      catalogue.stop()
      const figures = [perSecond.toFixed(0), latency.p50.toFixed(1), latency.p99.toFixed(1), String(bytes)]
      console.log(`${name.padEnd(32)}${way.name.padEnd(24)}${figures.map(column).join('')}`)
    }
  await database.close()
}

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      products: { type: 'string', default: '20000' },
      'in-flight': { type: 'string', default: '16' },
      seconds: { type: 'string', default: '3' },
      help: { type: 'boolean', default: false },
    },
  })
  if (options.help) return console.log(help)
  const postgres = await native.postgres()
  try {
    await fillCatalogue(postgres.address, Number(options.products))
    await measure(postgres.address, {
      inFlight: Number(options['in-flight']),
      seconds: Number(options.seconds),
    })
  } finally {
    await postgres.stop()
  }
}

await main().catch((error: Error) => {
  console.error(error)
  process.exitCode = 1
})
