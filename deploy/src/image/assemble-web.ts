import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PagePreloads, PRELOADS_FILE } from '@aos/contracts/page-preloads'
import { securityHeadersForNginx } from '@aos/contracts/security-headers'
import { z } from 'zod'
import { pagesForNginx } from './pages-for-nginx.ts'
import { makeReproducible } from './reproducible.ts'

/** Stripe's origins, until a Store resource mounts what it says over the folder. */
const byDefault = securityHeadersForNginx({
  brokerScriptUrl: 'https://js.stripe.com/v3/',
  brokerUrl: 'https://api.stripe.com',
  https: true,
})

/** The file system of the web image above Debian and nginx. */
export function assembleWeb(built: string, server: string, image: string): void {
  write(join(image, 'etc/nginx/nginx.conf'), readFileSync(join(server, 'nginx.conf')))
  write(join(image, 'etc/nginx/headers/security.conf'), byDefault)
  const preloads = z.array(PagePreloads).parse(JSON.parse(readFileSync(join(built, PRELOADS_FILE), 'utf8')))
  write(join(image, 'etc/nginx/pages.conf'), pagesForNginx(preloads))
  cpSync(built, join(image, 'srv/web'), { recursive: true })
  rmSync(join(image, 'srv/web', PRELOADS_FILE))
  makeReproducible(image)
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}
