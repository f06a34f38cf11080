import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface Manifest {
  name: string
  workspaces?: string[]
  dependencies?: Record<string, string>
}

const read = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** A workspace and all workspaces that it needs in production, as folders of the checkout. */
export function workspacesOf(folder: string, checkout: string): string[] {
  const folders = foldersByName(checkout)
  const found = new Set<string>()
  const visit = (workspace: string) => {
    if (found.has(workspace)) return
    found.add(workspace)
    for (const dependency of Object.keys(read(join(checkout, workspace)).dependencies ?? {})) {
      const needed = folders.get(dependency)
      if (needed !== undefined) visit(needed)
    }
  }
  visit(folder)
  return [...found].sort()
}

function foldersByName(checkout: string): Map<string, string> {
  const patterns = (read(checkout).workspaces ?? []).map((pattern) => `${pattern}/package.json`)
  const folders = globSync(patterns, { cwd: checkout }).map(dirname)
  return new Map(folders.map((folder) => [read(join(checkout, folder)).name, folder]))
}
