import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Report, seconds } from '../report.ts'
import { fromCache, type Way } from './cache.ts'
import { unpackRelease } from './download.ts'
import { isAtLeast, onPath, versionIn } from './find-program.ts'
import { run } from './run.ts'

const VERSION = '3.19.0'
/** Since then a release can take over a definition of Store that somebody else installed. */
const OLDEST = [3, 17]

const program = process.platform === 'win32' ? 'helm.exe' : 'helm'
const os = process.platform === 'win32' ? 'windows' : process.platform
const arch = process.arch === 'x64' ? 'amd64' : process.arch
const sources = join(import.meta.dirname, '..', '..', 'helm')

/** @returns the path of a Helm 3: installed, in the cache, from the official release, or built with Go. */
export async function findHelm(report: Report): Promise<string> {
  const installed = onPath(program)
  if (installed && isAtLeast(await versionOf(installed), OLDEST)) return installed
  const folder = await fromCache('helm', [release(), build()], report)
  return join(folder, program)
}

const versionOf = async (helm: string) =>
  versionIn(await run(helm, ['version', '--short'], { remedy: 'install Helm (https://helm.sh)' }))

function release(): Way {
  const url = `https://get.helm.sh/helm-v${VERSION}-${os}-${arch}.tar.gz`
  return {
    key: `helm-${VERSION}-${os}-${arch}`,
    how: `Helm’s release ${VERSION}`,
    async make(folder, say) {
      await unpackRelease({ url, checksumUrl: `${url}.sha256sum`, algorithm: 'sha256' }, folder, say)
      await run('mv', [join(folder, `${os}-${arch}`, program), folder], { remedy: 'install mv' })
    },
  }
}

function build(): Way {
  const hash = createHash('sha256')
  for (const file of ['go.mod', 'go.sum']) hash.update(readFileSync(join(sources, file)))
  return {
    key: `helm-${VERSION}-built-${hash.digest('hex').slice(0, 12)}`,
    how: 'a build with Go (2 to 4 minutes, once)',
    make: buildWithGo,
  }
}

async function buildWithGo(folder: string, say: (text: string) => void): Promise<void> {
  const started = Date.now()
  let compiled = 0
  // As Helm's own builds: the Kubernetes version that charts are rendered for without a cluster.
  const kubernetes = 'k8s.io/client-go/pkg/version'
  const link = [
    '-s -w',
    `-X helm.sh/helm/v3/internal/version.version=v${VERSION}`,
    `-X helm.sh/helm/v3/pkg/lint/rules.k8sVersionMajor=1 -X helm.sh/helm/v3/pkg/lint/rules.k8sVersionMinor=34`,
    `-X helm.sh/helm/v3/pkg/chartutil.k8sVersionMajor=1 -X helm.sh/helm/v3/pkg/chartutil.k8sVersionMinor=34`,
    `-X ${kubernetes}.gitVersion=v1.34.0`,
  ].join(' ')
  const to = join(folder, program)
  await run('go', ['build', '-v', '-ldflags', link, '-o', to, 'helm.sh/helm/v3/cmd/helm'], {
    cwd: sources,
    env: { CGO_ENABLED: '0' },
    remedy: 'install Helm 3 (https://helm.sh/docs/intro/install), or Go 1.26 or later to have it built',
    onLine() {
      compiled += 1
      if (compiled % 150 === 0) say(`Go compiled ${compiled} packages, ${seconds(started)}`)
    },
  })
}
