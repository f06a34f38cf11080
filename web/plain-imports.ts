import type { Plugin } from 'vite'

/**
 * Pages opened later come by a plain import: they have no styles of their own, are asked for while the
 * pointer is on its way to their link, and a list of what each of them needs, with what reads it, would
 * cost every first page 2 kB.
 */
export const plainImports = (): Plugin => ({
  name: 'plain-imports',
  enforce: 'pre',
  apply: 'build',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load()',
  },
})
