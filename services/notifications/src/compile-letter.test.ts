import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileLetter } from './compile-letter.ts'
import { letterParts, lettersFile } from './letter-source.ts'

describe('the HTML of letters, as a program', () => {
  it('is what letter.mjml says; else run `npm run synth`', () => {
    expect(readFileSync(lettersFile, 'utf8')).toBe(letterParts())
  })

  it('has a function for each part, which escapes text and leaves what parts made', () => {
    const source = compileLetter('<p>{{{rows}}}[[row]]<b>{{name}}</b>[[/row]]</p>')
    expect(source).toContain(
      'export const row = (it: { name: string }): string =>\n  "<b>" +\n  escapeHtml(it.name) +\n  "</b>"',
    )
    expect(source).toContain(
      'export const letter = (it: { rows: string }): string =>\n  "<p>" +\n  it.rows +\n  "</p>"',
    )
  })

  it('refuses parts without an end, and two of one name', () => {
    expect(() => compileLetter('[[row]]<b>')).toThrow('[[row]] in letter.mjml has no counterpart')
    expect(() => compileLetter('[[a]]1[[/a]][[a]]2[[/a]]')).toThrow('two parts that are called a')
  })
})
