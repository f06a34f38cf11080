import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { linkHeader, PagePreloads, PRELOADS_FILE, pagePattern } from '@aos/contracts/page-preloads'
import { z } from 'zod'

type LinkOf = (path: string, isBare: boolean) => string | undefined

/** The Link header of each page of the built web app, as it is built at that moment. */
export function pagePreloads(root: string): LinkOf {
  const file = join(root, PRELOADS_FILE)
  const pages = () =>
    existsSync(file) ? z.array(PagePreloads).parse(JSON.parse(readFileSync(file, 'utf8'))) : []
  return (path, isBare) => {
    for (const page of pages()) {
      const found = new RegExp(`${pagePattern(page)}$`).exec(path)
      if (found) return linkHeader(page, (name) => found.groups?.[name] ?? '', isBare)
    }
    return undefined
  }
}
