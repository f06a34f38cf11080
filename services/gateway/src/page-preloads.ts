import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What the web app's build wrote down for each page; its name keeps it from being served. */
const FILE = '.preloads.json'

const Page = z.object({
  path: z.string(),
  styles: z.array(z.string()),
  scripts: z.array(z.string()),
  /** For the page without a query. */
  data: z.array(z.string()),
  pictures: z.array(z.string()),
})
type Page = z.infer<typeof Page>

type LinkOf = (path: string, isBare: boolean) => string | undefined

/**
 * The Link header of a page: a browser that opens it asks for its script, its data and its picture while
 * it reads the rest, instead of one after the other.
 */
export function pagePreloads(root: string): LinkOf {
  const file = join(root, FILE)
  const pages = existsSync(file) ? z.array(Page).parse(JSON.parse(readFileSync(file, 'utf8'))) : []
  const known = pages.map((page) => ({ page, pattern: patternOf(page.path) }))
  return (path, isBare) => {
    for (const { page, pattern } of known) {
      const params = pattern.exec(path)?.groups
      if (params || pattern.test(path)) return linkOf(page, params ?? {}, isBare)
    }
    return undefined
  }
}

/** Only plain values: they become part of a header. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[\\w-]{1,64})')}$`)

function linkOf(
  { styles, scripts, data, pictures }: Page,
  params: Record<string, string>,
  isBare: boolean,
): string {
  const fill = (address: string) => address.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  return [
    ...styles.map((address) => `<${address}>; rel=preload; as=style; crossorigin`),
    ...scripts.map((address) => `<${address}>; rel=modulepreload; crossorigin`),
    ...(isBare ? data : []).map((address) => `<${fill(address)}>; rel=preload; as=fetch; crossorigin`),
    ...pictures.map((address) => `<${fill(address)}>; rel=preload; as=image; fetchpriority=high`),
  ].join(', ')
}
