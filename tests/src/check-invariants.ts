import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runningStore } from '@aos/local/running-store'
import { settled, violationsIn } from './invariants/settle.ts'
import { tableOf } from './invariants/table.ts'

const help = `Checks the invariants of a running store over all its databases and the third parties' own ledgers.

npm run check:invariants -- [options]

  --wait <seconds>    how long the store may take to come to rest (10)
  --accepted <file>   order ids that were answered with 2xx, one a line: each must exist
  --until-delivered   orders on their way to the customer count as unfinished
  --after-faults      processes were killed: the same e-mail may have come twice
  --data <folder>     the data folder of the store (.data)
  --json              the verdicts as JSON
`

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      wait: { type: 'string', default: '10' },
      accepted: { type: 'string' },
      'until-delivered': { type: 'boolean', default: false },
      'after-faults': { type: 'boolean', default: false },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (options.help) return console.log(help)
  const waitMs = Number(options.wait) * 1000
  if (!(waitMs >= 0)) throw new Error(`--wait wants seconds, not ${options.wait}`)
  const acceptedIds = options.accepted
    ? readFileSync(options.accepted, 'utf8').split('\n').filter(Boolean)
    : []
  const verdicts = await settled(runningStore(options.data), acceptedIds, {
    waitMs,
    untilDelivered: options['until-delivered'],
    afterFaults: options['after-faults'],
  })
  console.log(options.json ? JSON.stringify(verdicts, null, 2) : tableOf(verdicts))
  if (violationsIn(verdicts).length > 0) process.exitCode = 1
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 2
})
