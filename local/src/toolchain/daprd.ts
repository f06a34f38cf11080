import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { localConfig } from '../config.ts'
import { everyFewSeconds, type Report, seconds } from '../report.ts'
import { fromCache, type Way } from './cache.ts'
import { requireFreeSpace } from './disk-space.ts'
import { unpackRelease } from './download.ts'
import { isAtLeast, isProgram, onPath, versionIn } from './find-program.ts'
import { run } from './run.ts'

const VERSION = '1.18.3'
/** Before this, one CloudEvent with a numeric `traceid` makes daprd crash again and again. */
const OLDEST = [1, 18, 3]
const BUILD_BYTES = 4e9

const program = process.platform === 'win32' ? 'daprd.exe' : 'daprd'
const sources = join(import.meta.dirname, '..', '..', 'daprd')

/** @returns the path of a daprd: configured, installed, in the cache, from the official release, or built with Go. */
export async function findDaprd(report: Report): Promise<string> {
  const { DAPRD } = localConfig()
  if (DAPRD) return requireConfigured(DAPRD)
  const installed = [onPath(program), join(homedir(), '.dapr', 'bin', program)]
  for (const daprd of installed) {
    if (daprd && isProgram(daprd) && isAtLeast(await versionOf(daprd), OLDEST)) return daprd
  }
  return join(await fromCache('daprd', [release(), build()], report), program)
}

function requireConfigured(daprd: string): string {
  if (isProgram(daprd)) return daprd
  throw new Error(
    `DAPRD is ${daprd}, which is not a program: correct it, or unset it to have daprd installed`,
  )
}

const versionOf = async (daprd: string) =>
  versionIn(await run(daprd, ['--version'], { remedy: 'install Dapr' }))

function release(): Way {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const arch = process.arch === 'x64' ? 'amd64' : process.arch
  const url = `https://github.com/dapr/dapr/releases/download/v${VERSION}/daprd_${os}_${arch}.tar.gz`
  return {
    key: `daprd-${VERSION}-${os}-${arch}`,
    how: `Dapr’s release ${VERSION}`,
    make: (folder, say) =>
      unpackRelease({ url, checksumUrl: `${url}.sha256`, algorithm: 'sha256' }, folder, say),
  }
}

/** Our own small main: Dapr's public packages with only the components that the store uses. */
function build(): Way {
  const hash = createHash('sha256')
  for (const file of ['main.go', 'go.mod', 'go.sum']) hash.update(readFileSync(join(sources, file)))
  return {
    key: `daprd-${VERSION}-built-${hash.digest('hex').slice(0, 12)}`,
    how: 'a build with Go (5 to 10 minutes, once)',
    make: buildWithGo,
  }
}

async function buildWithGo(folder: string, say: (text: string) => void): Promise<void> {
  await requireFreeSpace(homedir(), BUILD_BYTES, 'building daprd')
  const started = Date.now()
  const options = {
    cwd: sources,
    remedy: 'install Go 1.26 or later (https://go.dev/dl), or daprd itself and set DAPRD to its path',
  }
  const sometimes = everyFewSeconds(say, 15_000)
  let modules = 0
  const listed = await run('go', ['list', '-deps', '.'], {
    ...options,
    onLine(line) {
      if (line.startsWith('go: downloading')) modules += 1
      sometimes(() => `Go downloaded ${modules} modules, ${seconds(started)}`)
    },
  })
  const packages = listed.split('\n').filter((line) => !line.startsWith('go: ')).length
  let compiled = 0
  const link = `-s -w -X github.com/dapr/dapr/pkg/buildinfo.version=${VERSION}`
  await run('go', ['build', '-v', '-trimpath', '-ldflags', link, '-o', join(folder, program), '.'], {
    ...options,
    onLine() {
      compiled += 1
      sometimes(() => `Go compiled ${compiled} of ${packages} packages, ${seconds(started)}`)
    },
  })
}
