import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export async function dataDir() {
  const path = await mkdtemp(join(tmpdir(), 'simulator-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}
