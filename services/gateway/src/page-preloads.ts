import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { linkHeader, PagePreloads, PRELOADS_FILE, pagePattern } from '@aos/contracts/page-preloads'
import { z } from 'zod'

type LinkOf = (path: string, isBare: boolean) => string | undefined

/** The Link header of each page of the built web app. */
export function pagePreloads(root: string): LinkOf {
  const file = join(root, PRELOADS_FILE)
  const pages = existsSync(file) ? z.array(PagePreloads).parse(JSON.parse(readFileSync(file, 'utf8'))) : []
  const known = pages.map((page) => ({ page, pattern: new RegExp(`${pagePattern(page)}$`) }))
  return (path, isBare) => {
    for (const { page, pattern } of known) {
      const found = pattern.exec(path)
      if (found) return linkHeader(page, (name) => found.groups?.[name] ?? '', isBare)
    }
    return undefined
  }
}
