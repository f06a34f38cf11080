import { ports } from '@aos/contracts/services'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { buildPreloads } from './build-preloads.ts'
import { plainImports } from './plain-imports.ts'
import { precompress } from './precompress.ts'

/** Apart from what is ours, so that a new version of the shop leaves it in the browsers' caches. */
const everyPageNeeds = /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack)\//

/** In one file: otherwise each page that needs less of it than others would take it apart. */
const everyPageOfOursNeeds =
  /web\/src\/shared\/(api\/(request|failures|trace)|messages\/(en\/)?(locale|localized|shell)|format|random|sentence)\.ts$/

export default defineConfig({
  plugins: [react(), tailwindcss(), buildPreloads(), plainImports(), precompress()],
  resolve: {
    // The shim is for a React that lacks the hook; ours has it.
    alias: { 'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector' },
  },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, dependencies, { hostType }) => (hostType === 'html' ? dependencies : []),
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', test: everyPageNeeds },
            { name: 'shared', test: everyPageOfOursNeeds },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${ports.gateway.app}` } },
})
