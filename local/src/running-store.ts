import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { localConfig } from './config.ts'
import { dataPaths } from './data-folder.ts'
import type { StoreFacts } from './store.ts'

const checkout = join(import.meta.dirname, '..', '..')

/** Where the store is that runs on a data folder. @throws when none does. */
export function runningStore(data = localConfig().AOS_DATA ?? '.data'): StoreFacts & { dataDir: string } {
  const dataDir = isAbsolute(data) ? data : join(checkout, data)
  const { store } = dataPaths(dataDir)
  if (existsSync(store)) return { ...(JSON.parse(readFileSync(store, 'utf8')) as StoreFacts), dataDir }
  throw new Error(`no store runs on ${dataDir}: start it with \`npm start\`, or name its folder with --data`)
}
