import { appendFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runningStore } from '@aos/local/running-store'
import { burst } from './load/burst.ts'
import { good, kinds } from './load/kinds.ts'
import { restock } from './load/restock.ts'

const help = `Places many orders of all kinds at a running store, and notes those that were accepted.

npm run burst -- [options]

  --orders <n>        how many (500)
  --in-flight <n>     how many at once (32)
  --good              only orders that go well
  --accepted <file>   where the ids of accepted orders are written, for check:invariants (accepted.txt)
  --data <folder>     the data folder of the store (.data)
`

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      orders: { type: 'string', default: '500' },
      'in-flight': { type: 'string', default: '32' },
      good: { type: 'boolean', default: false },
      accepted: { type: 'string', default: 'accepted.txt' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (options.help) return console.log(help)
  const store = runningStore(options.data)
  const orders = Number(options.orders)
  await restock(store.databaseUrls.stock ?? '', orders)
  writeFileSync(options.accepted, '')
  const started = Date.now()
  const placed = await burst({
    shop: store.addresses.shop,
    orders,
    inFlight: Number(options['in-flight']),
    kinds: options.good ? [good] : kinds,
    onPlaced: ({ id }) => appendFileSync(options.accepted, `${id}\n`),
  })
  const repeats = placed.reduce((sum, { attempts }) => sum + attempts - 1, 0)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${placed.length} orders accepted in ${seconds} s, ${repeats} requests were repeated`)
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
