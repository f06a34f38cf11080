import type { Language } from '@aos/contracts/languages'

/** What a customer is told, whatever it looks like; email.ts makes text and HTML of it. */
export interface Letter {
  language: Language
  subject: string
  title: string
  greeting: string
  recipient: { name: string; email: string }
  blocks: Block[]
  /** Why they get it. */
  footnote: string
}

export interface OrderLine {
  what: string
  /** What one of them costs, where there are several. */
  each?: string
  /** Absent while the catalogue was not asked for the price. */
  amount?: string
}

export type Total = [label: string, amount: string]

export type Block =
  | { is: 'paragraph'; text: string }
  /** Somebody else's words. */
  | { is: 'quote'; text: string }
  | { is: 'facts'; facts: [name: string, value: string][] }
  /** What adds up, then the totals; the last of them is what counts. */
  | { is: 'order'; lines: OrderLine[]; totals: Total[] }
  | { is: 'link'; label: string; href: string }

export const paragraph = (text: string): Block => ({ is: 'paragraph', text })
export const quote = (text: string): Block => ({ is: 'quote', text })
export const facts = (...entries: [name: string, value: string][]): Block => ({ is: 'facts', facts: entries })
export const order = (lines: OrderLine[], totals: Total[]): Block => ({ is: 'order', lines, totals })
export const link = (label: string, href: string): Block => ({ is: 'link', label, href })

export const STORE = 'Awesome Online Store'
