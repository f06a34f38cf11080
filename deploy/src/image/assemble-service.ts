import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { packagesOf } from './packages.ts'
import { makeReproducible } from './reproducible.ts'
import { workspacesOf } from './workspaces.ts'

/**
 * Puts one service together: the workspaces that it imports, the packages that these need, and `service`,
 * which leads to it. Whatever differs between two builds of the same sources is removed.
 */
export function assembleService(service: string, checkout: string, installed: string, image: string): void {
  const home = join('services', service)
  const target = join(image, 'store')
  const workspaces = workspacesOf(home, checkout)
  mkdirSync(target, { recursive: true })
  for (const workspace of workspaces) copy(join(checkout, workspace), join(target, workspace))
  for (const path of packagesOf(workspaces, installed)) copy(join(installed, path), join(target, path))
  cpSync(join(checkout, 'package.json'), join(target, 'package.json'))
  symlinkSync(home, join(target, 'service'))
  makeReproducible(image)
}

const isForCompilers = (path: string) => /\.d\.[cm]?ts$|\.map$/.test(path)

/** Packages within a package are copied by themselves, where they are needed. */
const copy = (from: string, to: string): void =>
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !isForCompilers(path) && (basename(path) !== 'node_modules' || path === from),
  })
