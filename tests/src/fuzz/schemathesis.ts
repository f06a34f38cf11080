import { join } from 'node:path'
import { fromCache } from '@aos/local/toolchain/cache'
import { onPath } from '@aos/local/toolchain/find-program'
import { run } from '@aos/local/toolchain/run'
import { spoken } from '../harness/store.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const VERSION = '4.32.5'
const remedy = 'install Python 3.10 or later with pip (on Debian: apt-get install python3 python3-pip)'

export interface Fuzzing {
  shop: string
  /** Of whom the requests are; empty: of somebody who keeps no cookies. */
  cookie: string
  seed: number
  /** Requests for each operation, beside those that follow from its schema alone. */
  examples: number
  mostSeconds: number
  /** Further arguments, such as which operations. */
  more: string[]
}

/**
 * Asks the API what its OpenAPI document allows and forbids.
 *
 * @throws with what it found, and how to repeat it; also when there was no time for some of the operations.
 */
export async function fuzz({ shop, cookie, seed, examples, mostSeconds, more }: Fuzzing): Promise<void> {
  const folder = await fromCache('schemathesis', [await packages()], spoken)
  const args = [
    `--config-file=${join(import.meta.dirname, 'schemathesis.toml')}`,
    'run',
    `${shop}/api/openapi.json`,
    `--url=${shop}`,
    `--header=Origin: ${shop}`,
    ...(cookie ? [`--header=Cookie: ${cookie}`] : []),
    `--seed=${seed}`,
    `--max-examples=${examples}`,
    `--max-time=${mostSeconds}`,
    ...more,
  ]
  const lines: string[] = []
  // It keeps notes of its findings where it runs.
  const notes = temporaryFolder('aos-fuzz-')
  const env = { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' }
  const onLine = (line: string) => lines.push(line)
  try {
    await run('python3', ['-m', 'schemathesis.cli', ...args], { cwd: notes.path, env, onLine, remedy })
  } catch (error) {
    const report = lines.slice(lines.findIndex((line) => /^=+ (ERRORS|FAILURES) =+$/.test(line)))
    throw report.length > 1 ? new Error(report.join('\n')) : error
  } finally {
    notes.remove()
  }
  const count = (what: string) =>
    lines.flatMap((line) => new RegExp(`^ {2}${what}: (\\d+)`).exec(line)?.[1] ?? [])
  const [[selected], [tested]] = [count('Selected'), count('Tested')]
  if (!selected || selected !== tested)
    throw new Error(
      `only ${tested ?? 'none'} of ${selected ?? 'all'} operations were reached in ${mostSeconds} s`,
    )
}

/** Its compiled parts fit one version of Python. */
async function packages() {
  if (!onPath('python3')) throw new Error(`python3 is missing: ${remedy}`)
  const python = await run('python3', ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], { remedy })
  return {
    key: `schemathesis-${VERSION}-python-${python}`,
    how: `schemathesis ${VERSION} from PyPI`,
    async make(folder: string) {
      const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', folder]
      await run('python3', [...install, `schemathesis==${VERSION}`], { remedy })
    },
  }
}
