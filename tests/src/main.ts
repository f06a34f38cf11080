import { parseArgs } from 'node:util'
import { areGeneratedFilesFresh } from './stages/generated-files.ts'
import { keepTally, keptTally } from './stages/kept-tally.ts'
import { runCommand } from './stages/run-command.ts'
import { add, closingLine, nothing, type Tally } from './stages/tally.ts'
import { vitest } from './stages/vitest.ts'

/** A stage that counts no tests: nothing when it went well, one failure when it did not. */
const check = (succeeded: boolean): Tally => ({ ...nothing, failed: succeeded ? 0 : 1 })

/** What `npm test` does, in this order: what is quick and fails often comes first. */
const stages: Record<string, () => Promise<Tally>> = {
  generated: async () => check(await areGeneratedFilesFresh()),
  typecheck: async () => check(await runCommand('npm', 'run', '--silent', 'typecheck')),
  lint: async () => check(await runCommand('npm', 'run', '--silent', 'lint')),
  unit: () => vitest('unit', 'unit', 'web'),
  charts: () => vitest('charts', 'charts'),
  int: () => vitest('int', 'int'),
  e2e: () => vitest('e2e', 'e2e'),
  faults: () => vitest('faults', 'faults'),
  cluster: () => vitest('cluster', 'cluster'),
}
const usual = ['generated', 'typecheck', 'lint', 'unit', 'charts', 'int', 'e2e']

const help = `npm test                       ${usual.join(', ')}
npm test -- --only unit,int    only these stages; all: ${Object.keys(stages).join(', ')}
npm test -- --skip e2e         the usual ones without these
npm test -- --continue         counts on from the run before
npm run test:cluster           builds, installs and tries the store in the cluster of the current kubeconfig
TEST_BACKEND=containers        PostgreSQL and Kafka of the stage int in containers`

const seconds = (sinceMs: number) => `${((Date.now() - sinceMs) / 1000).toFixed(0)} s`
const names = (list: string | undefined) => list?.split(',').map((name) => name.trim()) ?? []

function chosenStages(only: string[], skip: string[]): string[] {
  const unknown = [...only, ...skip].find((name) => !(name in stages))
  if (unknown !== undefined) throw new Error(`there is no stage ${unknown}\n\n${help}`)
  const chosen = only.length > 0 ? only : usual
  return chosen.filter((name) => !skip.includes(name))
}

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      only: { type: 'string' },
      skip: { type: 'string' },
      continue: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (options.help) return console.log(help)
  const started = Date.now()
  const times: string[] = []
  let total = options.continue ? keptTally() : nothing
  for (const name of chosenStages(names(options.only), names(options.skip))) {
    const stageStarted = Date.now()
    console.log(`\n=== ${name}`)
    const tally = (await stages[name]?.()) ?? nothing
    total = add(total, tally)
    times.push(
      `${name.padEnd(10)} ${seconds(stageStarted).padStart(6)}  ${tally.failed > 0 ? 'FAILED' : 'ok'}`,
    )
    console.log(`=== ${times.at(-1)}`)
  }
  console.log(`\n${times.join('\n')}\n${'all'.padEnd(10)} ${seconds(started).padStart(6)}\n`)
  keepTally(total)
  console.log(closingLine(total))
  process.exitCode = total.failed > 0 ? 1 : 0
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 2
})
