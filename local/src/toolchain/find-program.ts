import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { localConfig } from '../config.ts'

export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

export const onPath = (name: string): string | undefined =>
  localConfig()
    .PATH.split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isProgram)

/** The first version number in a text, as numbers that compare: "1.18.3" → [1, 18, 3]. */
export function versionIn(text: string): number[] | undefined {
  const found = /\d+(\.\d+)+|\d+/.exec(text)
  return found?.[0].split('.').map(Number)
}

export function isAtLeast(version: number[] | undefined, minimum: number[]): boolean {
  if (!version) return false
  for (const [index, least] of minimum.entries()) {
    const part = version[index] ?? 0
    if (part !== least) return part > least
  }
  return true
}
