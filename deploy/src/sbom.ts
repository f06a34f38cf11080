import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { copyManifests } from './image/manifests.ts'
import { say } from './say.ts'
import { readSkaffold, root } from './skaffold/read.ts'

const execute = promisify(execFile)
const folder = join(root, 'artifacts', 'sbom')

/** npm run sbom: the packages in each image, by package-lock.json, as CycloneDX files in artifacts/sbom. */
mkdirSync(folder, { recursive: true })
for (const { image, docker } of readSkaffold('laptop').build.artifacts) {
  const workspace = docker.buildArgs.SERVICE ? `services/${docker.buildArgs.SERVICE}` : image
  const document = JSON.parse(await sbomOf(workspace))
  document.metadata.component.name = image
  writeFileSync(join(folder, `${image}.cdx.json`), `${JSON.stringify(document, null, 2)}\n`)
  say(image, `${document.components.length} packages: artifacts/sbom/${image}.cdx.json`)
}

/** In a copy without the workspaces for tests, which npm would count as well; the lock file follows. */
async function sbomOf(workspace: string): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'aos-sbom-'))
  try {
    copyManifests(root, cwd, [workspace])
    const quiet = ['--package-lock-only', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund']
    await execute('npm', ['install', ...quiet], { cwd })
    const sbom = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--omit=dev']
    const { stdout } = await execute('npm', sbom, { cwd, maxBuffer: 2 ** 26 })
    return stdout
  } finally {
    rmSync(cwd, { recursive: true })
  }
}
