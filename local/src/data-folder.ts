import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { removeReachable, unprivilegedUser } from './platform/unprivileged.ts'
import { tryLock } from './toolchain/lock.ts'

/** Everything that a store puts into its data folder; a reset removes this and nothing else. */
export const dataPaths = (dataDir: string) => ({
  lock: join(dataDir, 'lock'),
  processes: join(dataDir, 'processes.json'),
  secrets: join(dataDir, 'secrets.json'),
  /** Where the running store is, for programs that look into it. */
  store: join(dataDir, 'store.json'),
  logs: join(dataDir, 'logs'),
  dapr: join(dataDir, 'dapr'),
  simulators: join(dataDir, 'simulators'),
  kafka: join(dataDir, 'kafka'),
  postgres: join(dataDir, 'postgres'),
})

/** Makes sure that one store at a time works on the folder. @returns the release. */
export function lockData(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const { lock, store } = dataPaths(dataDir)
  const release = tryLock(lock)
  if (release) return release
  const pid = existsSync(store)
    ? (JSON.parse(readFileSync(store, 'utf8')) as { pid?: number }).pid
    : undefined
  throw new Error(
    `a store is already running on ${dataDir}${pid ? ` (process ${pid})` : ''}: stop it with Ctrl-C, ` +
      'or start this one elsewhere with --data <folder> --port-offset 10000',
  )
}

/** Throws away all data; the caller holds the lock. */
export function resetData(dataDir: string): void {
  const { lock: _, postgres, ...others } = dataPaths(dataDir)
  removeReachable(postgres, unprivilegedUser())
  for (const path of Object.values(others)) rmSync(path, { recursive: true, force: true })
}
