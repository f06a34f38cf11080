import { type PagePreloads, PRELOADS_FILE, type Preload } from '@aos/contracts/page-preloads'
import type { Plugin, Rolldown } from 'vite'
import { dataOfEveryPage, type FirstRequests, firstRequests } from './first-requests.ts'

/** For each page all that it needs: headers come before the HTML that names the rest. */
export const buildPreloads = (): Plugin => ({
  name: 'preloads',
  apply: 'build',
  generateBundle(_, bundle) {
    const files = Object.values(bundle)
    const chunks = files.filter((one) => one.type === 'chunk')
    const styles = files.filter(({ fileName }) => fileName.endsWith('.css'))
    const common = commonPreloads(
      styles.map(({ fileName }) => fileName),
      chunks,
    )
    const pages = firstRequests.map(
      (page): PagePreloads => ({ path: page.path, preloads: [...common, ...ownPreloads(page, chunks)] }),
    )
    this.emitFile({ type: 'asset', fileName: PRELOADS_FILE, source: JSON.stringify(pages) })
  },
})

type Chunks = readonly Rolldown.OutputChunk[]

/** First what is large, and what other requests wait for. */
function commonPreloads(styles: readonly string[], chunks: Chunks): Preload[] {
  return [
    ...styles.map((file) => ({ address: `/${file}`, as: 'style' as const })),
    ...scripts([...withImports(entryOf(chunks), chunks)]),
    ...dataOfEveryPage.map((address) => ({ address, as: 'fetch' as const })),
  ]
}

function ownPreloads({ path, script, data, picture }: FirstRequests, chunks: Chunks): Preload[] {
  const own = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/app/pages/${script}.tsx`))
  if (!own) throw new Error(`no script was built for the page ${path}: there is no ${script}.tsx`)
  const common = withImports(entryOf(chunks), chunks)
  return [
    ...scripts([...withImports(own, chunks)].filter((file) => !common.has(file))),
    ...data.map((address) => ({ address, as: 'fetch' as const, bare: true })),
    ...(picture ? [{ address: picture, as: 'image' as const }] : []),
  ]
}

const scripts = (files: readonly string[]): Preload[] =>
  files.map((file) => ({ address: `/${file}`, as: 'script' }))

function entryOf(chunks: Chunks): Rolldown.OutputChunk {
  const entry = chunks.find(({ isEntry }) => isEntry)
  if (!entry) throw new Error('no script was built for index.html')
  return entry
}

function withImports(chunk: Rolldown.OutputChunk, chunks: Chunks, found = new Set<string>()): Set<string> {
  if (found.has(chunk.fileName)) return found
  found.add(chunk.fileName)
  for (const one of chunks) if (chunk.imports.includes(one.fileName)) withImports(one, chunks, found)
  return found
}
