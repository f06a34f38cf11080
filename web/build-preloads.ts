import { type PagePreloads, PRELOADS_FILE } from '@aos/contracts/page-preloads'
import type { Plugin, Rolldown } from 'vite'
import { type FirstRequests, firstRequests } from './first-requests.ts'

/** For each page all that it needs: headers come before the HTML that names the rest. */
export const buildPreloads = (): Plugin => ({
  name: 'preloads',
  apply: 'build',
  generateBundle(_, bundle) {
    const files = Object.values(bundle)
    const chunks = files.filter((one) => one.type === 'chunk')
    const styles = files
      .filter(({ fileName }) => fileName.endsWith('.css'))
      .map(({ fileName }) => `/${fileName}`)
    const pages = firstRequests.map((page): PagePreloads => ({ ...preloadsOf(page, chunks), styles }))
    this.emitFile({ type: 'asset', fileName: PRELOADS_FILE, source: JSON.stringify(pages) })
  },
})

function preloadsOf({ path, script, data, picture }: FirstRequests, chunks: Rolldown.OutputChunk[]) {
  const entry = chunks.find(({ isEntry }) => isEntry)
  const own = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/app/pages/${script}.tsx`))
  if (!entry || !own) throw new Error(`no script was built for the page ${path}: there is no ${script}.tsx`)
  return {
    path,
    scripts: [...withImports(own, chunks, withImports(entry, chunks))].map((file) => `/${file}`),
    data,
    pictures: picture ? [picture] : [],
  }
}

function withImports(
  chunk: Rolldown.OutputChunk,
  chunks: Rolldown.OutputChunk[],
  found = new Set<string>(),
): Set<string> {
  if (found.has(chunk.fileName)) return found
  found.add(chunk.fileName)
  for (const one of chunks) if (chunk.imports.includes(one.fileName)) withImports(one, chunks, found)
  return found
}
