import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseChecksum, verify } from './checksum.ts'

const sha256 = 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9'

describe('a published checksum', () => {
  it.each([
    ['alone', `${sha256}\n`],
    ['with the file behind it', `${sha256}  daprd_linux_amd64.tar.gz\n`],
    ['with a star before the file', `${sha256} *daprd_linux_amd64.tar.gz\n`],
    ['in capitals', sha256.toUpperCase()],
    [
      'in groups over lines behind the file, as Apache writes it',
      `kafka.tgz: ${sha256
        .toUpperCase()
        .replace(/(.{8})/g, '$1 ')
        .replace(/(.{36})/g, '$1\n    ')}\n`,
    ],
  ])('is read %s', (_, published) => {
    expect(parseChecksum(published, 'sha256')).toBe(sha256)
  })

  it('that is none is refused', () => {
    expect(() => parseChecksum('<html>Not found</html>', 'sha256')).toThrow(/cannot be read/)
    expect(() => parseChecksum(sha256, 'sha512')).toThrow(/cannot be read/)
  })
})

describe('a download', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'aos-checksum-'))
    writeFileSync(join(folder, 'file'), 'hello world')
    writeFileSync(join(folder, 'changed'), 'hello worlD')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('passes when it is what was published, and not when it is anything else', async () => {
    await verify(join(folder, 'file'), sha256, 'sha256')
    await expect(verify(join(folder, 'changed'), sha256, 'sha256')).rejects.toThrow(/not what was published/)
  })
})
