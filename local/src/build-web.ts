import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { servicesRoot, webRoot } from './parts.ts'
import { type Report, seconds } from './report.ts'
import { run } from './toolchain/run.ts'

const web = dirname(webRoot)
const notSources = [basename(webRoot), 'node_modules']
const sources = [
  ...readdirSync(web)
    .filter((name) => !notSources.includes(name))
    .map((name) => join(web, name)),
  join(servicesRoot, 'contracts', 'src'),
]

/** Builds the web app when a source is newer than what was built last. */
export async function buildWeb(report: Report): Promise<void> {
  const built = newest(join(webRoot, 'index.html'))
  if (built > Math.max(...sources.map(newest))) return
  const started = Date.now()
  report('web', 'building the web app')
  const vite = join(
    dirname(createRequire(join(web, 'package.json')).resolve('vite/package.json')),
    'bin',
    'vite.js',
  )
  await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: web,
    // Whoever builds it, a test for example, it is for shoppers.
    env: { NODE_ENV: 'production' },
    remedy: 'run `npm ci`',
  })
  report('web', `built in ${seconds(started)}`)
}

function newest(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
