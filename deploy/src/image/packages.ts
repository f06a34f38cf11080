import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface Manifest {
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}

/**
 * The packages that some workspaces need when they run, as folders of the installation: what Node would find
 * for each name, starting where it is asked for. Links to workspaces are among them, and are not followed.
 */
export function packagesOf(workspaces: string[], installed: string): string[] {
  const found = new Set<string>()
  const visit = (folder: string) => {
    const { dependencies = {}, optionalDependencies, peerDependencies } = read(join(installed, folder))
    for (const name of Object.keys({ ...peerDependencies, ...optionalDependencies, ...dependencies })) {
      // Types alone: nothing of them runs.
      if (name.startsWith('@types/')) continue
      const path = resolve(folder, name, installed)
      if (path === undefined) {
        if (name in dependencies && !(name in (optionalDependencies ?? {})))
          throw new Error(`${folder} needs ${name}, which is not installed`)
      } else if (!found.has(path)) {
        found.add(path)
        if (!isLink(join(installed, path))) visit(path)
      }
    }
  }
  for (const workspace of workspaces) visit(workspace)
  return [...found].sort()
}

const read = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

const isLink = (path: string) => lstatSync(path).isSymbolicLink()

function resolve(from: string, name: string, installed: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name)
    if (existsSync(join(installed, path))) return path
    if (folder === '.') return undefined
  }
}
