import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { dataPaths } from '@aos/local/data-folder'
import { superuserUrl } from '@aos/local/platform/postgres'
import { Secrets } from '@aos/local/secrets'
import type { RunningStore } from '@aos/local/store'
import { Approvals } from './bench/approvals.ts'
import { pgbench, producer } from './bench/limits.ts'
import { type Bench, closedLoop, openLoop } from './bench/loops.ts'
import { costsOf } from './bench/process-costs.ts'
import { type BenchReport, spent, tableOf } from './bench/report.ts'
import { artifact } from './harness/artifacts.ts'
import { spoken, testStore, tracesAnswer } from './harness/store.ts'
import { restock } from './load/restock.ts'
import { Shoppers } from './load/shopper.ts'

const help = `Measures a store of its own, with everything that npm start runs.

npm run bench -- [options]

  --seconds <n>     how long each loop runs (30)
  --in-flight <n>   orders at once in the closed loop (64)
  --sampling <n>    share of the journeys that are traced (0.1)
`

const PLENTY = 1_000_000
const OPEN_RATES = [10, 50]
/** The load costs processor time as well, on the same machine. */
const OURSELVES = 'the bench itself'

interface Options {
  seconds: number
  inFlight: number
}

async function measure(store: RunningStore, { seconds, inFlight }: Options): Promise<BenchReport> {
  await restock(store.databaseUrls.stock ?? '', PLENTY)
  const shoppers = new Shoppers(store.addresses.shop)
  const approvals = await Approvals.of(store.databaseUrls.orders ?? '')
  try {
    const [products, pricing] = await Promise.all([shoppers.products(), shoppers.pricing()])
    const bench: Bench = { shoppers, approvals, products, pricing }
    console.log('warming up …')
    await tracesAnswer(store)
    await openLoop(bench, 30, 20)
    // The open loops go first: what the closed one ordered is still being delivered for a while.
    const open: BenchReport['open'] = []
    for (const rate of OPEN_RATES) {
      console.log(`open loop, ${rate}/s …`)
      open.push({ rate, result: await openLoop(bench, rate, seconds) })
    }
    console.log(`closed loop, ${inFlight} in flight …`)
    const before = costsOf(pidsOf(store))
    const closed = await closedLoop(bench, inFlight, seconds)
    const processes = spent(before, costsOf(pidsOf(store)), closed.sagas)
    console.log('limits of the machine …')
    return { inFlight, open, closed, processes, limits: await limitsOf(store) }
  } finally {
    await approvals.stop()
    await shoppers.close()
  }
}

const pidsOf = (store: RunningStore): Map<string, number> => {
  const processes = store
    .processes()
    .flatMap(({ name, pid }): [string, number][] => (pid ? [[name, pid]] : []))
  return new Map(processes).set(OURSELVES, process.pid)
}

async function limitsOf({ dataDir, ports, kafkaBrokers }: RunningStore): Promise<BenchReport['limits']> {
  const password = new Secrets(dataPaths(dataDir).secrets).get('postgres')
  return {
    pgbenchPerSecond: await pgbench(superuserUrl(ports.platform.postgres, password)),
    kafkaOneByOnePerSecond: await producer(kafkaBrokers, 1),
    kafkaBatchesOf100PerSecond: await producer(kafkaBrokers, 100),
  }
}

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      seconds: { type: 'string', default: '30' },
      'in-flight': { type: 'string', default: '64' },
      sampling: { type: 'string', default: '0.1' },
      help: { type: 'boolean', default: false },
    },
  })
  if (options.help) return console.log(help)
  const store = await testStore({
    zipkin: true,
    traceSampling: Number(options.sampling),
    settings: {},
    report: spoken,
  })
  try {
    const report = await measure(store, {
      seconds: Number(options.seconds),
      inFlight: Number(options['in-flight']),
    })
    writeFileSync(artifact('bench.json'), `${JSON.stringify(report, null, 2)}\n`)
    console.log(`\n${tableOf(report)}\n\nalso in artifacts/bench.json`)
  } finally {
    await store.stop()
  }
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
