import { type Database, statement, type Transaction } from '@aos/chassis/database'
import type { Customer, PricedLine } from '@aos/contracts/order-parts'
import { removedPerson } from '@aos/contracts/removed-person'
import type { Bill, Parcel, ParcelStatus } from './parcel.ts'

/** A parcel with what is needed to carry on with it. */
export interface StoredParcel {
  parcel: Parcel
  /** How often the shipment company was asked in vain since the parcel last changed. */
  attempts: number
  /** The trace of the order that everything about the parcel belongs to. */
  traceparent: string | undefined
}

/** `dueInMs`: when the shipment company is to be asked about it, unless that was done before. */
export type ChangedParcel = Omit<StoredParcel, 'attempts'> & { dueInMs: number | null }

interface Row {
  order_id: string
  status: ParcelStatus
  sequence: number
  customer: Customer | null
  lines: PricedLine[] | null
  service: string | null
  bill: Bill | null
  carrier_reference: string | null
  tracking_number: string | null
  reason: string | null
  traceparent: string | null
  attempts: number
}

const COLUMNS =
  'order_id, status, sequence, customer, lines, service, bill, carrier_reference, tracking_number, reason, traceparent, attempts'

/** The table's constraints say which columns a status has, as `Parcel` does. */
const storedParcel = (row: Row): StoredParcel => ({
  parcel: {
    orderId: row.order_id,
    status: row.status,
    sequence: row.sequence,
    customer: row.customer ?? undefined,
    lines: row.lines ?? undefined,
    service: row.service ?? undefined,
    bill: row.bill ?? undefined,
    carrierReference: row.carrier_reference ?? undefined,
    trackingNumber: row.tracking_number ?? undefined,
    reason: row.reason ?? undefined,
  } as Parcel,
  attempts: row.attempts,
  traceparent: row.traceparent ?? undefined,
})

const lockByOrder = statement(
  'parcels-lock',
  `SELECT ${COLUMNS} FROM parcels WHERE order_id = ANY($1::uuid[]) ORDER BY order_id FOR UPDATE`,
)

export async function lockParcels(tx: Transaction, orderIds: string[]): Promise<Map<string, StoredParcel>> {
  const rows = await tx.run<Row>(lockByOrder, [orderIds])
  return new Map(rows.map((row) => [row.order_id, storedParcel(row)]))
}

const insert = statement(
  'parcels-insert',
  `INSERT INTO parcels (order_id, status, sequence, customer, lines, traceparent, next_attempt_at, service, bill)
   SELECT order_id, status, sequence, customer, lines, traceparent, now() + due_in_ms * interval '1 ms', service, bill
   FROM unnest($1::uuid[], $2::text[], $3::int[], $4::jsonb[], $5::jsonb[], $6::text[], $7::float8[], $8::text[],
               $9::jsonb[])
     AS new (order_id, status, sequence, customer, lines, traceparent, due_in_ms, service, bill)
   ORDER BY order_id`,
)

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))

/** Fails when another transaction wrote one of them meanwhile; the messages then come again one by one. */
export async function insertParcels(tx: Transaction, changed: ChangedParcel[]): Promise<void> {
  tx.send(insert, [
    changed.map(({ parcel }) => parcel.orderId),
    changed.map(({ parcel }) => parcel.status),
    changed.map(({ parcel }) => parcel.sequence),
    changed.map(({ parcel }) => json(parcel.customer)),
    changed.map(({ parcel }) => json(parcel.lines)),
    changed.map(({ traceparent }) => traceparent),
    changed.map(({ dueInMs }) => dueInMs),
    changed.map(({ parcel }) => ('service' in parcel ? parcel.service : undefined)),
    changed.map(({ parcel }) => ('bill' in parcel ? json(parcel.bill) : null)),
  ])
}

const update = statement(
  'parcels-update',
  `UPDATE parcels SET status = new.status, sequence = new.sequence, customer = new.customer,
     carrier_reference = new.carrier_reference, tracking_number = new.tracking_number, reason = new.reason,
     attempts = 0, changed_at = now(), next_attempt_at = now() + new.due_in_ms * interval '1 ms'
   FROM unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::float8[],
               $8::jsonb[])
     AS new (order_id, status, sequence, carrier_reference, tracking_number, reason, due_in_ms, customer)
   WHERE parcels.order_id = new.order_id`,
)

export async function updateParcels(tx: Transaction, changed: ChangedParcel[]): Promise<void> {
  const parcels = changed.map(({ parcel }) => parcel)
  tx.send(update, [
    parcels.map(({ orderId }) => orderId),
    parcels.map(({ status }) => status),
    parcels.map(({ sequence }) => sequence),
    parcels.map((parcel) => ('carrierReference' in parcel ? parcel.carrierReference : undefined)),
    parcels.map((parcel) => ('trackingNumber' in parcel ? parcel.trackingNumber : undefined)),
    parcels.map((parcel) => ('reason' in parcel ? parcel.reason : undefined)),
    changed.map(({ dueInMs }) => dueInMs),
    parcels.map(({ customer }) => json(customer)),
  ])
}

const forgetOver = statement(
  'parcels-forget-over',
  `UPDATE parcels SET customer = $1::jsonb WHERE order_id IN (
     SELECT order_id FROM parcels WHERE status IN ('delivered', 'cancelled', 'failed')
       AND customer ->> 'email' <> '${removedPerson.email}'
     ORDER BY order_id LIMIT $2 FOR UPDATE SKIP LOCKED)
   RETURNING order_id`,
)

/** Versions before this one kept whose a parcel was. @returns of how many that is gone now. */
export const forgetCustomers = async (database: Database, most: number): Promise<number> =>
  (await database.run(forgetOver, [JSON.stringify(removedPerson), most])).length

const claim = (name: string, statuses: string, next: string) =>
  statement(
    name,
    `UPDATE parcels SET ${next} WHERE order_id IN (
       SELECT order_id FROM parcels WHERE status IN (${statuses}) AND next_attempt_at <= now()
       ORDER BY next_attempt_at LIMIT 100 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
  )

const claimToAsk = claim(
  'parcels-claim-to-ask',
  "'booking', 'cancelling'",
  "next_attempt_at = now() + $1::float8 * interval '1 ms'",
)

const claimToLookUp = claim(
  'parcels-claim-to-look-up',
  "'booked', 'dispatched'",
  `attempts = attempts + 1,
   next_attempt_at = now() + $1::float8 * power(2, least(attempts, 6)) * interval '1 ms'`,
)

export const claimParcelsToAsk = async (database: Database, leaseMs: number): Promise<StoredParcel[]> =>
  (await database.run<Row>(claimToAsk, [leaseMs])).map(storedParcel)

/** Each time twice as long passes until the next one, 64 times as long at most. */
export const claimParcelsToLookUp = async (database: Database, firstMs: number): Promise<StoredParcel[]> =>
  (await database.run<Row>(claimToLookUp, [firstMs])).map(storedParcel)

const postpone = statement(
  'parcels-postpone',
  `UPDATE parcels SET attempts = attempts + 1,
     next_attempt_at = now() + least(30000, 500 * power(2, least(attempts, 10))) * (0.75 + random() / 2) * interval '1 ms'
   WHERE order_id = ANY($1::uuid[]) AND status IN ('booking', 'cancelling')`,
)

export const postponeParcels = (database: Database, orderIds: string[]): Promise<unknown> =>
  database.run(postpone, [orderIds])
