import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { megabytes } from '../report.ts'

/** Fails before a big step instead of in the middle of it. */
export async function requireFreeSpace(folder: string, bytes: number, purpose: string): Promise<void> {
  const { bavail, bsize } = await statfs(existingParent(folder))
  const free = bavail * bsize
  if (free >= bytes) return
  throw new Error(
    `the disk of ${folder} has ${megabytes(free)} left, and ${purpose} needs ${megabytes(bytes)}: free some space and start again`,
  )
}

const existingParent = (folder: string): string =>
  existsSync(folder) ? folder : existingParent(dirname(folder))
