import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

export type Algorithm = 'sha256' | 'sha512'

const digits: Record<Algorithm, number> = { sha256: 64, sha512: 128 }

/**
 * Reads what projects publish beside a release: `<hash>`, `<hash>  <file>`, or Apache's
 * `<file>: ABCD 1234 …` broken over lines.
 */
export function parseChecksum(published: string, algorithm: Algorithm): string {
  const afterName = published.includes(':') ? published.slice(published.lastIndexOf(':') + 1) : published
  const first = afterName.trim().split(/\s+/)[0]?.toLowerCase() ?? ''
  const joined = afterName.replace(/\s+/g, '').toLowerCase()
  const found = [first, joined].find((text) => text.length === digits[algorithm] && /^[0-9a-f]+$/.test(text))
  if (!found)
    throw new Error(`the published ${algorithm} checksum cannot be read: ${published.slice(0, 100)}`)
  return found
}

export async function checksumOf(file: string, algorithm: Algorithm): Promise<string> {
  const hash = createHash(algorithm)
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

export async function verify(file: string, published: string, algorithm: Algorithm): Promise<void> {
  const expected = parseChecksum(published, algorithm)
  const actual = await checksumOf(file, algorithm)
  if (actual !== expected) {
    throw new Error(`the download is not what was published (${algorithm} ${actual}, published ${expected})`)
  }
}
