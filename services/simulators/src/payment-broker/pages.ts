import Router from '@koa/router'
import { figures, html, money, page, search, table, when } from '../runtime/html.ts'
import type { Ledger } from './ledger.ts'
import type { Intent } from './records.ts'
import { testAccounts } from './test-accounts.ts'
import { testCards } from './test-cards.ts'

const SHOWN = 100

/** What anyone may read: the ledger as JSON, for programs, and as a page. */
export function ledgerPages(ledger: Ledger): Router {
  const router = new Router()
  router.get('/ledger', (ctx) => {
    const order = ctx.query.order_id
    const intents = typeof order === 'string' ? ledger.intentsWith('order_id', order) : ledger.intents()
    ctx.body = { charges: intents.map(row) }
  })
  router.get('/', (ctx) => {
    const order = typeof ctx.query.order_id === 'string' ? ctx.query.order_id.trim() : ''
    ctx.type = 'html'
    ctx.body = ledgerPage(ledger, order)
  })
  return router
}

const row = (intent: Intent) => ({
  paymentIntent: intent.id,
  charge: intent.charge ?? null,
  orderId: intent.metadata.order_id ?? null,
  amount: intent.amount,
  currency: intent.currency,
  captured: intent.status === 'succeeded' ? intent.amount : 0,
  refunded: intent.refunded,
  status: intent.status,
  declineCode: intent.decline ? (intent.decline.declineCode ?? intent.decline.code) : null,
  paymentMethod: intent.paymentMethod ?? null,
  createdAt: new Date(intent.createdMs).toISOString(),
})

function ledgerPage(ledger: Ledger, order: string): string {
  const intents = order ? ledger.intentsWith('order_id', order) : ledger.intents()
  const paid = intents.filter(({ status }) => status === 'succeeded')
  return page(
    'Payment broker',
    'A simulated payment broker that speaks a part of Stripe’s API. No money moves here.',
    html`${figures({
      payments: intents.length,
      paid: paid.length,
      refunded: paid.filter(({ refunded }) => refunded > 0).length,
      'in processing': intents.filter(({ status }) => status === 'processing').length,
    })}
${search('Order id', 'order_id', order)}
${table(intents.slice(-SHOWN).reverse(), ledgerColumns, order ? 'No payment for this order.' : 'No payment yet.')}
<h2>Test cards</h2>
${table(testCards, testColumns, '')}
<h2>Test IBANs</h2>
${table(
  testAccounts.map((account) => ({ ...account, number: account.iban })),
  testColumns,
  '',
)}`,
  )
}

const tones: Partial<Record<Intent['status'], string>> = {
  succeeded: 'good',
  processing: 'wait',
  requires_action: 'wait',
  requires_payment_method: 'bad',
}

const ledgerColumns = [
  { title: 'When', cell: (intent: Intent) => when(intent.createdMs) },
  { title: 'Order', cell: (intent: Intent) => html`<code>${intent.metadata.order_id}</code>` },
  { title: 'Amount', class: 'number', cell: (intent: Intent) => money(intent.amount, intent.currency) },
  {
    title: 'Refunded',
    class: 'number',
    cell: (intent: Intent) => intent.refunded > 0 && money(intent.refunded, intent.currency),
  },
  {
    title: 'Status',
    cell: (intent: Intent) =>
      html`<span class="${tones[intent.status]}">${intent.status.replaceAll('_', ' ')}</span>`,
  },
  { title: 'Reason', cell: (intent: Intent) => intent.decline?.message },
  {
    title: 'Card or account',
    cell: ({ card, account }: Intent) =>
      card ? `${card.brand} ${card.last4}` : account && `${account.country} … ${account.last4}`,
  },
  { title: 'Payment', cell: (intent: Intent) => html`<code>${intent.id}</code>` },
]

interface Shown {
  number: string
  situation: string
  paymentMethod: string
}

const testColumns = [
  {
    title: 'Number',
    cell: ({ number }: Shown) => html`<code>${number.replace(/(.{4})(?=.)/g, '$1 ')}</code>`,
  },
  { title: 'A payment with it', class: 'wide', cell: ({ situation }: Shown) => situation },
  {
    title: 'Payment method',
    cell: ({ paymentMethod }: Shown) => html`<code>${paymentMethod}</code>`,
  },
]
