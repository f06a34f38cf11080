import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * A lock between processes. SQLite holds it as a lock of the operating system, which ends with the
 * process however it dies, so there is never a stale one to judge.
 */
export function tryLock(file: string): (() => void) | undefined {
  mkdirSync(dirname(file), { recursive: true })
  const lock = new DatabaseSync(file)
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined
    throw error
  }
  return () => lock.close()
}

const SQLITE_BUSY = 5

export async function exclusively<T>(file: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  let release = tryLock(file)
  if (!release) onWait()
  while (!release) {
    await sleep(300)
    release = tryLock(file)
  }
  try {
    return await work()
  } finally {
    release()
  }
}
