import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fromCache, type Way } from './cache.ts'

let cache: string
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'aos-cache-'))
  vi.stubEnv('AOS_CACHE', cache)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(cache, { recursive: true })
})

const works = (key: string): Way & { make: ReturnType<typeof vi.fn> } => ({
  key,
  how: key,
  make: vi.fn(async (folder: string) => writeFileSync(join(folder, 'program'), key)),
})
const fails = (key: string): Way => ({
  key,
  how: key,
  async make(folder) {
    writeFileSync(join(folder, 'half'), '')
    throw new Error('no connection')
  },
})

describe('a component', () => {
  it('comes from the first way that works, and from the cache afterwards', async () => {
    const said: string[] = []
    const build = works('built')
    const ways = [fails('release'), build]
    const folder = await fromCache('kafka', ways, (_, text) => said.push(text))
    expect(readFileSync(join(folder, 'program'), 'utf8')).toBe('built')
    expect(said).toContain('not this way: no connection')
    expect(await fromCache('kafka', ways, () => {})).toBe(folder)
    expect(build.make).toHaveBeenCalledTimes(1)
  })

  it('is never there by half', async () => {
    await expect(fromCache('kafka', [fails('release')], () => {})).rejects.toThrow(
      'kafka could not be installed:\n- release: no connection',
    )
    expect(existsSync(join(cache, 'release'))).toBe(false)
    expect(existsSync(join(cache, 'unfinished', 'release'))).toBe(false)
  })

  it('is made once when it is wanted twice at the same time', async () => {
    const way = works('release')
    const folders = await Promise.all([1, 2].map(() => fromCache('kafka', [way], () => {})))
    expect(folders).toEqual([join(cache, 'release'), join(cache, 'release')])
    expect(way.make).toHaveBeenCalledTimes(1)
  })
})
