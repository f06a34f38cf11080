import Router from '@koa/router'
import { figures, html, page, search, table, when } from '../runtime/html.ts'
import type { Depot } from './depot.ts'
import type { Parcel, ParcelStatus } from './parcel.ts'
import { specialWords, UNKNOWN_POSTAL_CODE } from './special-addresses.ts'

const SHOWN = 100

/** What anyone may read: the ledger as JSON, for programs, and as a page. */
export function depotPages(depot: Depot): Router {
  const router = new Router()
  router.get('/ledger', (ctx) => {
    const { reference } = ctx.query
    const parcels = typeof reference === 'string' ? depot.parcelsOf(reference) : depot.parcels()
    ctx.body = { parcels: parcels.map(row) }
  })
  router.get('/', (ctx) => {
    const reference = typeof ctx.query.reference === 'string' ? ctx.query.reference.trim() : ''
    ctx.type = 'html'
    ctx.body = depotPage(depot, reference)
  })
  return router
}

const row = ({ id, trackingNumber, reference, status, items, service, bookedAt, ...times }: Parcel) => ({
  id,
  trackingNumber,
  reference,
  status,
  items,
  service: service ?? null,
  bookedAt,
  dispatchedAt: times.dispatchedAt ?? null,
  deliveredAt: times.deliveredAt ?? null,
  lostAt: times.lostAt ?? null,
  cancelledAt: times.cancelledAt ?? null,
})

function depotPage(depot: Depot, reference: string): string {
  const parcels = reference ? depot.parcelsOf(reference) : depot.parcels()
  const count = (status: ParcelStatus) => parcels.filter((parcel) => parcel.status === status).length
  return page(
    'Carrier',
    `A simulated shipment company. Its clock runs ${depot.speed} times as fast as yours.`,
    html`${figures({
      parcels: parcels.length,
      booked: count('booked'),
      dispatched: count('dispatched'),
      delivered: count('delivered'),
      cancelled: count('cancelled'),
      lost: count('lost'),
    })}
${search('Order id', 'reference', reference)}
${table(parcels.slice(-SHOWN).reverse(), parcelColumns, reference ? 'No parcel for this order.' : 'No parcel yet.')}
<h2>Special addresses</h2>
<p class="about">A postal code ${UNKNOWN_POSTAL_CODE} or a country not served is refused. A word in the name or in a line of the address does more:</p>
${table(specialWords, wordColumns, '')}`,
  )
}

const tones: Record<ParcelStatus, string> = {
  booked: 'wait',
  dispatched: 'wait',
  delivered: 'good',
  lost: 'bad',
  cancelled: '',
}

const parcelColumns = [
  { title: 'Booked', cell: (parcel: Parcel) => when(Date.parse(parcel.bookedAt)) },
  { title: 'Order', cell: (parcel: Parcel) => html`<code>${parcel.reference}</code>` },
  {
    title: 'Status',
    cell: (parcel: Parcel) => html`<span class="${tones[parcel.status]}">${parcel.status}</span>`,
  },
  {
    title: 'To',
    class: 'wide',
    cell: ({ recipient, address }: Parcel) =>
      `${recipient.name}, ${address.line1}, ${address.postalCode} ${address.city}, ${address.country}`,
  },
  {
    title: 'Items',
    class: 'wide',
    cell: ({ items }: Parcel) =>
      items.map(({ quantity, name, sku }) => `${quantity} × ${name ?? sku}`).join(', '),
  },
  { title: 'Tracking', cell: (parcel: Parcel) => html`<code>${parcel.trackingNumber}</code>` },
]

const wordColumns = [
  { title: 'Word', cell: (special: (typeof specialWords)[number]) => html`<code>${special.word}</code>` },
  {
    title: 'A parcel to it',
    class: 'wide',
    cell: (special: (typeof specialWords)[number]) => special.situation,
  },
]
