import type { Letter } from './letter.ts'
import { htmlOf } from './letter-html.ts'
import { textOf } from './letter-text.ts'

export interface Email {
  subject: string
  text: string
  html: string
}

/** The same letter twice: as plain text and as HTML. */
export const emailOf = (letter: Letter): Email => ({
  subject: letter.subject,
  text: textOf(letter),
  html: htmlOf(letter),
})
