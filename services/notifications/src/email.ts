import type { Block, Letter } from './letter.ts'

const STORE = 'Awesome Online Store'
const TEXT_WIDTH = 72

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

const greeting = ({ recipient }: Letter) => `Hello ${recipient.name},`

function textOf(letter: Letter): string {
  const parts = [letter.title, greeting(letter), ...letter.blocks.map(textBlock), `-- \n${STORE}`]
  return `${parts.join('\n\n')}\n`
}

function textBlock(block: Block): string {
  switch (block.is) {
    case 'paragraph':
      return wrap(block.text)
    case 'quote':
      return wrap(block.text, '  > ')
    case 'facts':
      return block.facts.map(([name, value]) => `${name}: ${value}`).join('\n')
    case 'table':
      return [...block.rows, block.sum].map(([what, amount]) => `  ${what}: ${amount}`).join('\n')
    case 'link':
      return `${block.label}:\n${block.href}`
  }
}

function wrap(text: string, indent = ''): string {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && indent.length + last.length + 1 + word.length <= TEXT_WIDTH)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line) => indent + line).join('\n')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/**
 * Many mail programs drop style sheets, so the styles are inline. They leave the colours of text and
 * paper to the mail program, and use half-transparent greys for the rest: right in light and dark.
 */
const styles = {
  body: 'margin:0;padding:24px 16px;font:16px/1.6 system-ui,-apple-system,Segoe UI,Roboto,sans-serif',
  letter: 'max-width:560px;margin:0 auto',
  store: 'margin:0 0 24px;font-size:14px;font-weight:600;letter-spacing:.02em;opacity:.7',
  title: 'margin:0 0 16px;font-size:24px;line-height:1.3',
  paragraph: 'margin:0 0 16px',
  quote: 'margin:0 0 16px;padding:8px 16px;border-left:3px solid #7c8db5;background:rgba(128,128,128,.12)',
  table: 'width:100%;margin:0 0 16px;border-collapse:collapse',
  cell: 'padding:8px 0;border-bottom:1px solid rgba(128,128,128,.35);text-align:left;vertical-align:top',
  amount:
    'padding:8px 0 8px 16px;border-bottom:1px solid rgba(128,128,128,.35);text-align:right;white-space:nowrap',
  facts: 'margin:0 0 16px;font-size:14px',
  name: 'opacity:.7',
  button:
    'display:inline-block;padding:10px 20px;border-radius:8px;background:#3552c8;color:#ffffff;text-decoration:none;font-weight:600',
} as const

function htmlOf(letter: Letter): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(letter.subject)}</title>
</head>
<body style="${styles.body}">
<div style="${styles.letter}">
<p style="${styles.store}">${STORE}</p>
<h1 style="${styles.title}">${escapeHtml(letter.title)}</h1>
<p style="${styles.paragraph}">${escapeHtml(greeting(letter))}</p>
${letter.blocks.map(htmlBlock).join('\n')}
</div>
</body>
</html>
`
}

function htmlBlock(block: Block): string {
  switch (block.is) {
    case 'paragraph':
      return `<p style="${styles.paragraph}">${escapeHtml(block.text)}</p>`
    case 'quote':
      return `<p style="${styles.quote}">${escapeHtml(block.text)}</p>`
    case 'facts':
      return block.facts
        .map(
          ([name, value]) =>
            `<p style="${styles.facts}"><span style="${styles.name}">${escapeHtml(name)}:</span> ${escapeHtml(value)}</p>`,
        )
        .join('\n')
    case 'table':
      return `<table style="${styles.table}">\n${[...block.rows.map(htmlRow), htmlSum(block.sum)].join('\n')}\n</table>`
    case 'link':
      return `<p style="${styles.paragraph}"><a href="${escapeHtml(block.href)}" style="${styles.button}">${escapeHtml(block.label)}</a></p>`
  }
}

const htmlRow = ([what, amount]: [string, string]) =>
  `<tr><td style="${styles.cell}">${escapeHtml(what)}</td><td style="${styles.amount}">${escapeHtml(amount)}</td></tr>`

const htmlSum = ([what, amount]: [string, string]) =>
  `<tr><th scope="row" style="${styles.cell}">${escapeHtml(what)}</th><th style="${styles.amount}">${escapeHtml(amount)}</th></tr>`
