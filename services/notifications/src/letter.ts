/** What a customer is told, whatever it looks like; email.ts makes text and HTML of it. */
export interface Letter {
  subject: string
  title: string
  recipient: { name: string; email: string }
  blocks: Block[]
}

export type Block =
  | { is: 'paragraph'; text: string }
  /** Somebody else's words. */
  | { is: 'quote'; text: string }
  | { is: 'facts'; facts: [name: string, value: string][] }
  | { is: 'table'; rows: [what: string, amount: string][]; sum: [what: string, amount: string] }
  | { is: 'link'; label: string; href: string }

export const paragraph = (text: string): Block => ({ is: 'paragraph', text })
export const quote = (text: string): Block => ({ is: 'quote', text })
export const facts = (...entries: [name: string, value: string][]): Block => ({ is: 'facts', facts: entries })
export const link = (label: string, href: string): Block => ({ is: 'link', label, href })
