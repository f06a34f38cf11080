import { chmodSync, lstatSync, lutimesSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** 1980: the earliest time that every archive format can hold. */
const EPOCH = 315_532_800

/**
 * Gives all files one time, and rights that depend on nobody's umask, so that equal content makes equal
 * layers, whenever and wherever it was built, and any user can read it.
 */
export function makeReproducible(path: string): void {
  const stat = lstatSync(path)
  if (stat.isDirectory()) for (const name of readdirSync(path)) makeReproducible(join(path, name))
  if (!stat.isSymbolicLink()) chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644)
  // After what is in it, because that changes it.
  lutimesSync(path, EPOCH, EPOCH)
}
