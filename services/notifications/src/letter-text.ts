import { type Block, type Letter, type OrderLine, STORE } from './letter.ts'

const TEXT_WIDTH = 72

export function textOf(letter: Letter): string {
  const { title, greeting, blocks, footnote } = letter
  const parts = [wrap(title), wrap(greeting), ...blocks.map(textBlock), `-- \n${STORE}\n${wrap(footnote)}`]
  return `${parts.join('\n\n')}\n`
}

function textBlock(block: Block): string {
  switch (block.is) {
    case 'paragraph':
      return wrap(block.text)
    case 'quote':
      return wrap(block.text, '  > ')
    case 'facts':
      return block.facts.map(([name, value]) => wrap(`${name}: ${value}`)).join('\n')
    case 'order':
      return [...block.lines.map(lineText), ...block.totals.map(([label, amount]) => `${label}: ${amount}`)]
        .map((row) => wrap(row, '  '))
        .join('\n')
    case 'link':
      return `${block.label}:\n${block.href}`
  }
}

function lineText({ what, each, amount }: OrderLine): string {
  const item = each ? `${what}, ${each}` : what
  return amount ? `${item}: ${amount}` : item
}

/** Blanks at which a line may end: not the one between an amount and its currency. */
const BLANKS = /[^\S\u00a0\u202f]+/

function wrap(text: string, indent = ''): string {
  const lines: string[] = []
  for (const word of text.split(BLANKS)) {
    const last = lines.at(-1)
    if (last !== undefined && indent.length + last.length + 1 + word.length <= TEXT_WIDTH)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line) => indent + line).join('\n')
}
