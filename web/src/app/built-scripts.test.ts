import { gzipSync } from 'node:zlib'
import { PagePreloads } from '@aos/contracts/page-preloads'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { firstRequests } from '../../first-requests.ts'

const KB = 1000
/** What a page may cost before anything shows; who opens a link in an e-mail begins at an order. */
const initialLimit = 120 * KB
/** What a German reader gets on top, once. */
const germanLimit = 9 * KB

const root = new URL('../../', import.meta.url).pathname
let files: Rolldown.OutputBundle[string][] = []
let pages: { path: string; scripts: string[] }[] = []
beforeAll(async () => {
  // Vitest's own would build the libraries for developers.
  vi.stubEnv('NODE_ENV', 'production')
  const built = (await build({ root, logLevel: 'error', build: { write: false } })) as Rolldown.RolldownOutput
  files = built.output
  const preloads = z.array(PagePreloads).parse(JSON.parse(textOf('/.preloads.json')))
  pages = preloads.map(({ path, preloads }) => ({
    path,
    scripts: preloads.filter(({ as }) => as === 'script').map(({ address }) => address),
  }))
}, 120_000)
afterAll(() => vi.unstubAllEnvs())

function textOf(address: string): string {
  const file = files.find(({ fileName }) => `/${fileName}` === address)
  if (!file) throw new Error(`nothing was built for ${address}`)
  return file.type === 'chunk' ? file.code : String(file.source)
}

const chunks = () => files.filter((file) => file.type === 'chunk')

const gzipped = (address: string) => gzipSync(textOf(address), { level: 9 }).byteLength

describe('what was built', () => {
  test.each(firstRequests)('opens $path with no more script than 120 kB', ({ path }) => {
    const scripts = pages.find((page) => page.path === path)?.scripts ?? []
    const sizes = scripts.map((address) => [address, gzipped(address)] as const)
    const total = sizes.reduce((sum, [, size]) => sum + size, 0)
    expect(scripts.length).toBeGreaterThan(1)
    expect(total, sizes.map(([address, size]) => `${address} ${size}`).join('\n')).toBeLessThanOrEqual(
      initialLimit,
    )
  })

  test('opens the start page in German with no more script than 9 kB on top', () => {
    const words = chunks().filter(({ facadeModuleId }) => facadeModuleId?.endsWith('/messages/de.ts'))
    expect(words.map(({ imports }) => imports)).toEqual([[]])
    expect(gzipped(`/${words[0]?.fileName}`)).toBeLessThanOrEqual(germanLimit)
  })

  test('has a script of its own for each page', () => {
    const own = pages.map(({ scripts }) => scripts.filter((script) => /-pages?-/.test(script)))
    for (const [i, scripts] of own.entries()) expect(scripts, pages[i]?.path).not.toEqual([])
    expect(new Set(own.flat()).size).toBeGreaterThanOrEqual(pages.length)
  })

  test('brings shoppers nothing of the back office', () => {
    const own = files.filter(({ fileName }) => /\/admin-pages-/.test(fileName))
    expect(own).toHaveLength(1)
    const shops = new Set(pages.flatMap(({ scripts }) => scripts))
    expect(shops).not.toContain(`/${own[0]?.fileName}`)
    for (const script of shops) expect(textOf(script), script).not.toContain('Held for orders')
  })

  test('names every script and style after its content, so that it can be kept for good', () => {
    const assets = files.filter(({ fileName }) => /\.(js|css)$/.test(fileName))
    expect(assets.length).toBeGreaterThan(pages.length)
    for (const { fileName } of assets) expect(fileName).toMatch(/^assets\/[\w-]+-[\w-]{8}\.(js|css)$/)
  })

  test('leaves what every page needs, and seldom changes, in a file of its own', () => {
    expect(files.filter(({ fileName }) => fileName.startsWith('assets/libraries-'))).toHaveLength(1)
  })
})
