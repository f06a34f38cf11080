import { describe, expect, it } from 'vitest'
import { emailOf } from './email.ts'
import { escapeHtml } from './escape-html.ts'
import type { Block, Letter } from './letter.ts'
import { aLetterAbout, sampleLetters } from './letters.samples.ts'
import { faultsIn, visible } from './read-html-harness.ts'

const collapsed = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What stands in it, apart from names of products and what they cost. */
function wordsOf(block: Block): string[] {
  switch (block.is) {
    case 'paragraph':
    case 'quote':
      return [block.text]
    case 'facts':
      return block.facts.map(([name, value]) => `${name}: ${value}`)
    case 'order':
      return [...block.lines.map(({ each }) => each ?? ''), ...block.totals.map(([label]) => label)]
    case 'link':
      return [block.label]
  }
}

const factsOf = (block: Block): string[] =>
  block.is === 'order'
    ? [
        ...block.lines.flatMap(({ what, each, amount }) => [what, each ?? '', amount ?? '']),
        ...block.totals.flat(),
      ]
    : wordsOf(block)

const saidIn = ({ title, greeting, footnote, blocks }: Letter, of: (block: Block) => string[]): string[] =>
  [title, greeting, footnote, ...blocks.flatMap(of)].map(collapsed).filter((said) => said !== '')

const flat = (text: string) => collapsed(text.replace(/\n *(> )?/g, ' '))

describe.each(Object.entries(sampleLetters))('the letter %s', (_, letter) => {
  const { text, html } = emailOf(letter)

  it('says everything it says in text and in HTML', () => {
    for (const said of saidIn(letter, factsOf)) {
      expect(flat(text)).toContain(said)
      expect(visible(html)).toContain(said)
    }
  })

  it('has the same links in both', () => {
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    expect(links).not.toEqual([])
    for (const href of links) expect(text).toContain(`\n${href}\n`)
  })

  it('is well-formed HTML in its language, of which nothing is missing', () => {
    expect(faultsIn(html)).toEqual([])
    expect(html).toContain(`<html lang="${letter.language}"`)
    for (const twin of [text, html]) expect(twin).not.toMatch(/undefined|\bnull\b|NaN|\{\{|\[\[/)
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

const german = Object.entries(sampleLetters).filter(([, { language }]) => language === 'de')

describe.each(german)('the letter %s', (name, letter) => {
  const english = sampleLetters[name.replace(/, de$/, '')] as Letter

  it('says nothing in English', () => {
    const { subject, text } = emailOf(letter)
    const said = `${subject}\n${flat(text)}`
    const untranslated = [english.subject, ...saidIn(english, wordsOf)].filter((one) => said.includes(one))
    expect(untranslated).toEqual([])
  })

  it('is made as the English one is, with amounts as Germans write them', () => {
    const shape = ({ blocks }: Letter) =>
      blocks.map((block) =>
        block.is === 'order' ? [block.is, block.lines.length, block.totals.length] : [block.is],
      )
    expect(shape(letter)).toEqual(shape(english))
    expect(emailOf(letter).text).not.toMatch(/€\d/)
  })
})

it('there is a letter in German for each in English', () => {
  const names = Object.keys(sampleLetters)
  expect(german.map(([name]) => name)).toEqual(
    names.filter((name) => !name.endsWith(', de')).map((name) => `${name}, de`),
  )
})

it('an amount and its currency stay on one line', () => {
  const lines = Array.from({ length: 30 }, (_, i) => ({
    sku: `LMP-${i}`,
    quantity: 2,
    name: `A lamp ${'x'.repeat(i)}`,
    unitPrice: 1995,
  }))
  expect(emailOf(aLetterAbout('OrderApproved', { lines }, 'de')).text).not.toMatch(/^\s*€/m)
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
