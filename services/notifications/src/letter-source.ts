import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Engine } from 'mrml'
import { compileLetter } from './compile-letter.ts'

export const lettersFile = join(import.meta.dirname, 'generated', 'letter-parts.ts')

/** What letters.ts in `generated` has to be: the MJML of the letters, compiled. */
export function letterParts(): string {
  const answer = new Engine().toHtml(readFileSync(join(import.meta.dirname, 'letter.mjml'), 'utf8'))
  if (answer.type === 'error') throw new Error(`letter.mjml: ${answer.message}`)
  if (answer.warnings.length > 0) throw new Error(`letter.mjml: ${JSON.stringify(answer.warnings)}`)
  return compileLetter(answer.content)
}
