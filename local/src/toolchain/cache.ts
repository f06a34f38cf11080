import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { localConfig } from '../config.ts'
import { type Report, seconds } from '../report.ts'
import { exclusively } from './lock.ts'

/** One way to get a component. The key names the folder in the cache, so it holds the version. */
export interface Way {
  key: string
  how: string
  make: (folder: string, say: (text: string) => void) => Promise<void>
}

/**
 * The folder of a component: what is in the cache from any of the ways, or else what the first way that
 * works makes. A folder appears in the cache whole or not at all, and is made once, however many starts
 * want it at the same time.
 */
export async function fromCache(component: string, ways: Way[], report: Report): Promise<string> {
  const cache = localConfig().AOS_CACHE
  const present = () => ways.map(({ key }) => join(cache, key)).find((folder) => existsSync(folder))
  const say = (text: string) => report(component, text)
  return (
    present() ??
    exclusively(
      join(cache, 'locks', `${component}.lock`),
      () => say('another start is getting it; waiting for that'),
      async () => present() ?? makeFirst(component, cache, ways, say),
    )
  )
}

async function makeFirst(
  component: string,
  cache: string,
  ways: Way[],
  say: (text: string) => void,
): Promise<string> {
  const failures: string[] = []
  for (const way of ways) {
    const started = Date.now()
    say(`getting it: ${way.how}`)
    try {
      const folder = await makeWhole(cache, way, say)
      say(`ready in the cache after ${seconds(started)}`)
      return folder
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      say(`not this way: ${reason.split('\n')[0]}`)
      failures.push(`- ${way.how}: ${reason}`)
    }
  }
  throw new Error(`${component} could not be installed:\n${failures.join('\n')}`)
}

async function makeWhole(cache: string, { key, make }: Way, say: (text: string) => void): Promise<string> {
  const folder = join(cache, key)
  const beside = join(cache, 'unfinished', key)
  await rm(beside, { recursive: true, force: true })
  await mkdir(beside, { recursive: true })
  try {
    await make(beside, say)
    await rename(beside, folder)
    return folder
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    throw error
  }
}
