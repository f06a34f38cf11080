import { type ServiceName, servicesWithDatabase } from '@aos/contracts/services'
import pg from 'pg'
import { request } from 'undici'
import type { ChargeFact, EmailFact, Facts, MailFact, OrderFact, ParcelFact } from './facts.ts'

/** Where the books are, wherever the store runs. */
export interface Books {
  addresses: { paymentBroker: string; carrier: string; mailbox: string }
  databaseUrls: Record<string, string>
}

/**
 * Reads the books of everybody. Each database is read as of one moment; the moments differ, so a store
 * at work may seem to break an invariant that it keeps.
 */
export async function gather(
  { addresses, databaseUrls }: Books,
  acceptedIds: readonly string[],
): Promise<Facts> {
  const urlOf = (service: ServiceName) => databaseUrls[service] ?? ''
  const [orders, stock, emails, charges, parcels, mails, outboxes, letters] = await Promise.all([
    readOrders(urlOf('orders')),
    readStock(urlOf('stock')),
    readEmails(urlOf('notifications')),
    readLedger<{ charges: ChargeFact[] }>(addresses.paymentBroker),
    readLedger<{ parcels: ParcelFact[] }>(addresses.carrier),
    readLedger<{ messages: MailRow[] }>(addresses.mailbox),
    Promise.all(servicesWithDatabase.map((service) => readOutbox(service, urlOf(service)))),
    Promise.all(servicesWithDatabase.map((service) => readLetters(service, urlOf(service)))),
  ])
  return {
    acceptedIds,
    orders,
    ...stock,
    emails,
    charges: charges.charges,
    parcels: parcels.parcels,
    // E-mails about accounts are about no order.
    mails: mails.messages.filter(({ headers }) => headers['x-order-id']).map(mailOf),
    outboxes,
    deadLetters: letters.flat(),
  }
}

async function inSnapshot<T>(url: string, read: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await read(client)
  } finally {
    await client.end()
  }
}

const readOrders = (url: string): Promise<OrderFact[]> =>
  inSnapshot(url, async (client) => {
    const { rows } = await client.query<OrderFact>(
      // A bigint would come as text; a float holds amounts exactly as far as JavaScript does.
      `SELECT id, status, total::float8 AS total, currency, customer ->> 'email' AS email,
         CASE WHEN items_total IS NOT NULL THEN jsonb_build_object('items', items_total,
           'delivery', delivery_total, 'tax', tax_total, 'taxIncluded', terms -> 'tax' -> 'included') END AS parts
       FROM orders`,
    )
    return rows
  })

const readStock = (url: string): Promise<Pick<Facts, 'shelves' | 'reservations'>> =>
  inSnapshot(url, async (client) => {
    const shelves = await client.query<Facts['shelves'][number]>(
      `SELECT sku, on_hand::float8 AS "onHand", reserved::float8 AS reserved,
         (SELECT coalesce(sum(quantity), 0)::float8 FROM restocks WHERE restocks.sku = products.sku) AS restocked
       FROM products`,
    )
    const reservations = await client.query<Facts['reservations'][number]>(
      'SELECT order_id AS "orderId", status, lines FROM reservations',
    )
    return { shelves: shelves.rows, reservations: reservations.rows }
  })

const readEmails = (url: string): Promise<EmailFact[]> =>
  inSnapshot(url, async (client) => {
    const { rows } = await client.query<EmailFact>(
      `SELECT subject_id AS "orderId", kind AS about, status, attempts FROM emails
       WHERE kind NOT IN ('EmailVerificationRequested', 'PasswordResetRequested')`,
    )
    return rows
  })

const readOutbox = (service: ServiceName, url: string): Promise<Facts['outboxes'][number]> =>
  inSnapshot(url, async (client) => {
    const { rows } = await client.query<{ waiting: number }>('SELECT count(*)::int AS waiting FROM outbox')
    return { service, waiting: rows[0]?.waiting ?? 0 }
  })

const readLetters = (service: ServiceName, url: string): Promise<Facts['deadLetters']> =>
  inSnapshot(url, async (client) => {
    const { rows } = await client.query<{ id: string; reason: string }>(
      'SELECT id, reason FROM dead_letters WHERE redriven_at IS NULL AND set_aside_at IS NULL ORDER BY id',
    )
    return rows.map((row) => ({ service, ...row }))
  })

interface MailRow {
  messageId: string
  to: string[]
  headers: Record<string, string>
}

const mailOf = ({ messageId, to, headers }: MailRow): MailFact => ({
  messageId,
  to,
  orderId: headers['x-order-id'] ?? '',
  about: headers['x-about'] ?? '',
})

async function readLedger<T>(address: string): Promise<T> {
  const { statusCode, body } = await request(new URL('/ledger', address))
  if (statusCode !== 200) throw new Error(`${address}/ledger answers ${statusCode}: ${await body.text()}`)
  return (await body.json()) as T
}
