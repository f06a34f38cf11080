import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { patched } from './patch.ts'
import { SkaffoldConfig } from './schema.ts'

export const root = join(import.meta.dirname, '..', '..', '..')

/** What skaffold.yaml says to do under a profile: the same that `skaffold run -p <profile>` does. */
export function readSkaffold(profileName: string, file = join(root, 'skaffold.yaml')): SkaffoldConfig {
  const config = checked(parse(readFileSync(file, 'utf8')))
  const profile = config.profiles.find(({ name }) => name === profileName)
  if (!profile) {
    const names = config.profiles.map(({ name }) => name).join(', ')
    throw new Error(`there is no profile ${profileName}: choose one of ${names}`)
  }
  const merged = { ...config, ...(profile.manifests && { manifests: profile.manifests }) }
  return checked(patched(merged, profile.patches))
}

function checked(document: unknown): SkaffoldConfig {
  const config = SkaffoldConfig.safeParse(document)
  if (config.success) return config.data
  throw new Error(
    `skaffold.yaml says what deploy/src/skaffold/schema.ts does not know:\n${z.prettifyError(config.error)}`,
  )
}
