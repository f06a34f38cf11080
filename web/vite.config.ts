import { ports } from '@aos/contracts/services'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { buildPreloads } from './build-preloads.ts'
import { plainImports } from './plain-imports.ts'
import { precompress } from './precompress.ts'

/** Many queries by one hook are for the back office. */
const librariesOfPages =
  /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack)\/(?!.*queries)/i
/** What several pages need, in few files: a browser opens six connections over HTTP/1.1, and more requests wait. */
const partsOfGoods = /web\/src\/features\/catalogue\/(breadcrumb|product-(card|grid|row)|availability)\.tsx$/
const partsOfCarts = /web\/src\/features\/cart\/(quantity-field|use-change-cart)\.tsx?$/
const partsOfSums =
  /web\/src\/(features\/cart\/(cart-bill|cart-summary|empty-cart|item-name|item-picture|line-trouble|use-priced-cart)|shared\/ui\/totals-list)\.tsx?$/
const partsOfForms = /web\/src\/shared\/(countries|session-slot|messages\/checkout)\.ts$/

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
            // Apart from what is ours, so that a new version of the shop leaves it in the browsers' caches.
            { name: 'libraries', test: librariesOfPages },
            { name: 'shop', tags: ['$initial'] },
            { name: 'goods', test: partsOfGoods },
            { name: 'sums', test: partsOfSums },
            { name: 'cart-parts', test: partsOfCarts },
            { name: 'form-parts', test: partsOfForms },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${ports.gateway.app}` } },
})
