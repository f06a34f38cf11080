import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const docker = (...args: string[]) => promisify(execFile)('docker', args, { maxBuffer: 64e6 })

/** Its registry and name, without tag and digest. */
export const repositoryOf = (image: string): string => image.replace(/@.*$/, '').replace(/:[^/:]*$/, '')

/** Pushes another image of the same name, with other files in some places. @returns its reference. */
export async function pushVariant(
  image: string,
  tag: string,
  files: Record<string, string> = {},
): Promise<string> {
  const variant = `${repositoryOf(image)}:${tag}`
  const context = temporaryFolder('aos-image-')
  try {
    for (const [path, content] of Object.entries(files)) {
      const file = join(context.path, 'files', path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
    const copy = Object.keys(files).length > 0 ? 'COPY files /\n' : ''
    writeFileSync(join(context.path, 'Dockerfile'), `FROM ${image}\nLABEL variant=${tag}\n${copy}`)
    await docker('build', '--quiet', '--tag', variant, context.path)
    await docker('push', variant)
  } finally {
    context.remove()
  }
  return variant
}
