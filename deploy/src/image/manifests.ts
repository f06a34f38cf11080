import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { workspacesOf } from './workspaces.ts'

/**
 * What npm needs to know to install some workspaces and what they need in production. To npm every workspace
 * of the repository is a dependency of it, those for tests included, so that leaving out development
 * dependencies is not enough: here the others do not exist.
 */
export function copyManifests(checkout: string, target: string, wanted: string[]): void {
  const folders = new Set(['.', ...wanted.flatMap((workspace) => workspacesOf(workspace, checkout))])
  for (const folder of folders) {
    const { devDependencies: _, ...manifest } = JSON.parse(
      readFileSync(join(checkout, folder, 'package.json'), 'utf8'),
    )
    write(join(target, folder, 'package.json'), JSON.stringify(manifest, null, 2))
  }
  for (const file of ['package-lock.json', '.npmrc']) copyFileSync(join(checkout, file), join(target, file))
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

if (import.meta.main) {
  const [checkout = '', target = '', ...wanted] = process.argv.slice(2)
  if (wanted.length === 0) throw new Error('usage: manifests.ts CHECKOUT TARGET WORKSPACE…')
  copyManifests(checkout, target, wanted)
}
