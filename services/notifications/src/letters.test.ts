import { describe, expect, it } from 'vitest'
import { emailOf } from './email.ts'
import { escapeHtml } from './escape-html.ts'
import { type Block, greetingIn, type Letter } from './letter.ts'
import { aLetterAbout, sampleLetters } from './letters.samples.ts'
import { faultsIn, visible } from './read-html-harness.ts'

const collapsed = (text: string) => text.replace(/\s+/g, ' ').trim()

function factsOf(block: Block): string[] {
  switch (block.is) {
    case 'paragraph':
    case 'quote':
      return [block.text]
    case 'facts':
      return block.facts.map(([name, value]) => `${name}: ${value}`)
    case 'order':
      return [
        ...block.lines.flatMap(({ what, each, amount }) => [what, each ?? '', amount]),
        ...block.totals.flat(),
      ]
    case 'link':
      return [block.label]
  }
}

const saidIn = (letter: Letter): string[] =>
  [letter.title, greetingIn(letter), letter.footnote, ...letter.blocks.flatMap(factsOf)].map(collapsed)

describe.each(Object.entries(sampleLetters))('the letter %s', (_, letter) => {
  const { text, html } = emailOf(letter)

  it('says everything it says in text and in HTML', () => {
    const flat = collapsed(text.replace(/\n *(> )?/g, ' '))
    for (const said of saidIn(letter)) {
      expect(flat).toContain(said)
      expect(visible(html)).toContain(said)
    }
  })

  it('has the same links in both', () => {
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    expect(links).not.toEqual([])
    for (const href of links) expect(text).toContain(`\n${href}\n`)
  })

  it('is well-formed HTML, of which nothing is missing', () => {
    expect(faultsIn(html)).toEqual([])
    expect(html).not.toMatch(/undefined|\{\{|\[\[/)
  })

  it('loads nothing from anywhere', () => {
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(/)
  })

  it('looks right where style sheets are dropped, and says that it knows the dark', () => {
    const bare = html.replace(/<style[\s\S]*?<\/style>/g, '')
    for (const property of ['background:#ffffff', 'color:#27201a', 'font-family:'])
      expect(bare).toContain(property)
    expect(html).toContain('<meta name="color-scheme" content="light dark"')
    expect(html).toContain('@media (prefers-color-scheme: dark)')
  })

  it('shows beside its subject what it is about, not its greeting', () => {
    const first = letter.blocks.find((block) => block.is === 'paragraph')
    expect(/display:none[^>]*>([^<]+)</.exec(html)?.[1]).toBe(escapeHtml(first?.text ?? ''))
  })
})

it('a letter about the longest order is short enough to be shown whole', () => {
  const lines = Array.from({ length: 100 }, (_, i) => ({
    sku: `LMP-${i}`,
    quantity: 2,
    name: `A lamp with a name that is rather long, number ${i}`,
    unitPrice: 1995,
  }))
  const { html } = emailOf(aLetterAbout('OrderApproved', { lines }))
  // Gmail cuts off what is longer.
  expect(Buffer.byteLength(html)).toBeLessThan(102 * 1024)
})
