import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { securityHeadersForNginx } from '@aos/contracts/security-headers'
import { makeReproducible } from './reproducible.ts'

const COMPRESSIBLE = /\.(html|js|css|svg|json|txt|webmanifest)$/
const WORTH_IT_BYTES = 512

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
  cpSync(built, join(image, 'srv/web'), { recursive: true })
  for (const file of filesIn(join(image, 'srv/web')).filter((path) => COMPRESSIBLE.test(path))) compress(file)
  makeReproducible(image)
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

function compress(path: string): void {
  const content = readFileSync(path)
  if (content.length < WORTH_IT_BYTES) return
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params }))
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
