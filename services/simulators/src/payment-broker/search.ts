import type { Ledger } from './ledger.ts'
import type { Intent } from './records.ts'
import { invalid } from './stripe-errors.ts'

interface Clause {
  field: string
  key: string | undefined
  value: string
}

const clausePattern = /^(\w+)(?:\[(["'])(.+?)\2\])?\s*:\s*(["'])(.*)\4$/

/** The part of Stripe's search language that finds payments of an order: `metadata['order_id']:'…' AND status:'…'`. */
export function searchIntents(ledger: Ledger, query: string): Intent[] {
  const clauses = query.split(/\s+AND\s+/i).map(readClause)
  const metadata = clauses.filter(({ field }) => field === 'metadata')
  const [first] = metadata
  const found = first ? ledger.intentsWith(first.key ?? '', first.value) : ledger.intents()
  return found.filter((intent) => clauses.every((clause) => matches(intent, clause)))
}

function readClause(text: string): Clause {
  const [, field = '', , key, , value = ''] = clausePattern.exec(text.trim()) ?? []
  if (field === 'metadata' && key) return { field, key, value }
  if (field === 'status' && !key) return { field, key, value }
  throw invalid(`Your search query is malformed or unsupported near: ${text}`, undefined, { param: 'query' })
}

const matches = (intent: Intent, { field, key, value }: Clause): boolean =>
  field === 'status' ? intent.status === value : intent.metadata[key ?? ''] === value
