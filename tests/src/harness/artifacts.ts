import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

const folder = join(import.meta.dirname, '..', '..', '..', 'artifacts')

/** Where a run leaves something for people to look at; the folder is made. */
export function artifact(name: string): string {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  return file
}
