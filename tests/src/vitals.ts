import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { openBrowser } from './e2e/browser.ts'
import { tryAgain } from './e2e/try-again.ts'
import { artifact } from './harness/artifacts.ts'
import { spoken, testStore } from './harness/store.ts'
import { measure, type Vitals } from './vitals/measure.ts'
import { pages } from './vitals/pages.ts'
import { profile } from './vitals/profile.ts'

const help = `Measures Core Web Vitals of a store of its own, on a phone's screen. It reports; it judges nobody.

npm run vitals -- [options]

  --runs <n>      how often each page is opened; the median counts (3)
  --only <a,b>    only these pages: ${pages.map(({ name }) => name).join(', ')}
  --shop <url>    a shop that runs already
`

const goals = { LCP: 2500, INP: 200, CLS: 0.1 }

function median(values: readonly (number | undefined)[]): number | undefined {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)]
}

function line(name: string, runs: readonly Vitals[]): string {
  const figure = (vital: keyof typeof goals, show: (value: number) => string) => {
    const value = median(runs.map((run) => run[vital]))
    const text = value === undefined ? '–' : `${show(value)}${value > goals[vital] ? ' !' : ''}`
    return text.padStart(12)
  }
  const ms = (value: number) => `${value.toFixed(0)} ms`
  const script = `${(median(runs.map(({ scriptKb }) => scriptKb)) ?? 0).toFixed(0)} kB`.padStart(10)
  const cells = [figure('LCP', ms), figure('INP', ms), figure('CLS', (value) => value.toFixed(3)), script]
  return `${name.padEnd(10)}${cells.join('')}  ${runs[0]?.largest ?? ''}`
}

async function report(browser: Browser, shop: string, chosen: typeof pages, runs: number): Promise<void> {
  const results: Record<string, Vitals[]> = {}
  console.log(`\n${profile}; median of ${runs}; ! is beyond the goal (2500 ms, 200 ms, 0.1)\n`)
  console.log(
    `${'page'.padEnd(10)}${['LCP', 'INP', 'CLS'].map((name) => name.padStart(12)).join('')}${'scripts'.padStart(10)}  largest`,
  )
  for (const page of chosen) {
    const measured: Vitals[] = []
    for (let run = 0; run < runs; run += 1) measured.push(await tryAgain(() => measure(browser, shop, page)))
    results[page.name] = measured
    console.log(line(page.name, measured))
  }
  writeFileSync(artifact('vitals.json'), `${JSON.stringify({ profile, results }, null, 2)}\n`)
}

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      runs: { type: 'string', default: '3' },
      only: { type: 'string' },
      shop: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (options.help) return console.log(help)
  const only = options.only?.split(',')
  const chosen = pages.filter(({ name }) => !only || only.includes(name))
  const store = options.shop ? undefined : await testStore({ web: true, report: spoken })
  const browser = await openBrowser()
  try {
    await report(browser, options.shop ?? store?.addresses.shop ?? '', chosen, Number(options.runs))
  } finally {
    await browser.close()
    await store?.stop()
  }
}

await main()
