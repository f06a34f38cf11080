import * as parts from './generated/letter-parts.ts'
import { type Block, type Letter, type OrderLine, STORE } from './letter.ts'

/** letter.mjml says what it looks like. */
export function htmlOf(letter: Letter): string {
  const { language, subject, title, greeting, blocks, footnote } = letter
  return parts.letter({
    language,
    subject,
    preheader: preheaderOf(letter),
    store: STORE,
    title,
    blocks: parts.paragraph({ text: greeting }) + joined(blocks, htmlBlock),
    footnote,
  })
}

/** What an inbox shows beside the subject: the first thing that is said, rather than the greeting. */
const preheaderOf = ({ title, blocks }: Letter): string =>
  blocks.find((block) => block.is === 'paragraph')?.text ?? title

function htmlBlock(block: Block): string {
  switch (block.is) {
    case 'paragraph':
      return parts.paragraph({ text: block.text })
    case 'quote':
      return parts.quote({ text: block.text })
    case 'facts':
      return parts.facts({ facts: joined(block.facts, ([name, value]) => parts.fact({ name, value })) })
    case 'order':
      return parts.order({ lines: joined(block.lines, lineHtml), totals: totalsHtml(block.totals) })
    case 'link':
      return parts.link({ href: block.href, label: block.label })
  }
}

const lineHtml = ({ what, each, amount = '' }: OrderLine): string =>
  parts.line({ what, each: each ? parts.each({ price: each }) : '', amount })

const totalsHtml = (totals: Extract<Block, { is: 'order' }>['totals']): string =>
  joined(totals, ([label, amount], index) =>
    index === totals.length - 1 ? parts.sum({ label, amount }) : parts.total({ label, amount }),
  )

const joined = <T>(items: readonly T[], html: (item: T, index: number) => string): string =>
  items.map(html).join('')
