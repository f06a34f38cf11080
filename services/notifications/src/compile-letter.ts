/**
 * Turns a letter's HTML into TypeScript, so that an e-mail costs no more than joining strings:
 * what stands between [[name]] and [[/name]] becomes a function of that name, {{slot}} takes text,
 * {{{slot}}} takes what other parts made.
 */
export function compileLetter(html: string): string {
  const parts = new Map<string, string>()
  const letter = withoutParts(html, parts)
  parts.set('letter', letter)
  return [header, ...[...parts].map(partFunction)].join('\n')
}

const header = `// Made from letter.mjml by \`npm run synth\`.
import { escapeHtml } from '../escape-html.ts'
`

const INNERMOST = /\[\[(\w+)\]\]((?:(?!\[\[)[\s\S])*?)\[\[\/\1\]\]/

function withoutParts(html: string, parts: Map<string, string>): string {
  const found = INNERMOST.exec(html)
  if (!found) {
    const stray = /\[\[\/?\w+\]\]/.exec(html)
    if (stray) throw new Error(`${stray[0]} in letter.mjml has no counterpart`)
    return html
  }
  const [whole, name = '', content = ''] = found
  if (parts.has(name)) throw new Error(`letter.mjml has two parts that are called ${name}`)
  parts.set(name, content)
  return withoutParts(html.replace(whole, ''), parts)
}

function partFunction([name, html]: [name: string, html: string]): string {
  const pieces = html.split(/(\{\{\{?\w+\}?\}\})/).filter((piece) => piece !== '')
  const slots = new Set(pieces.flatMap((piece) => slotIn(piece)?.name ?? []))
  const type = [...slots].map((slot) => `${slot}: string`).join('; ')
  return `export const ${name} = (it: { ${type} }): string =>\n  ${pieces.map(expression).join(' +\n  ')}\n`
}

function expression(piece: string): string {
  const slot = slotIn(piece)
  if (!slot) return JSON.stringify(piece)
  return slot.isMarkup ? `it.${slot.name}` : `escapeHtml(it.${slot.name})`
}

function slotIn(piece: string): { name: string; isMarkup: boolean } | undefined {
  const name = /^\{\{\{?(\w+)\}/.exec(piece)?.[1]
  return name ? { name, isMarkup: piece.startsWith('{{{') } : undefined
}
