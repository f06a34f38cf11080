import { statement, type Transaction } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import type { Reservation } from './stock.ts'

const lock = statement(
  'reservations-lock',
  `SELECT order_id AS "orderId", status, lines, sequence FROM reservations
   WHERE order_id = ANY($1::uuid[]) ORDER BY order_id FOR UPDATE`,
)

const insert = statement(
  'reservations-insert',
  `INSERT INTO reservations (order_id, status, lines, sequence)
   SELECT * FROM unnest($1::uuid[], $2::text[], $3::jsonb[], $4::integer[]) AS new(order_id) ORDER BY order_id
   ON CONFLICT DO NOTHING RETURNING order_id`,
)

const update = statement(
  'reservations-update',
  `UPDATE reservations SET status = new.status, sequence = new.sequence, updated_at = now()
   FROM unnest($1::uuid[], $2::text[], $3::integer[]) AS new(order_id, status, sequence)
   WHERE reservations.order_id = new.order_id`,
)

export async function lockReservations(
  tx: Transaction,
  orderIds: string[],
): Promise<Map<string, Reservation>> {
  const rows = await tx.run<Reservation>(lock, [orderIds])
  return new Map(rows.map((row) => [row.orderId, row]))
}

/**
 * A row that is not there cannot be locked: two messages of one order, from two topics, may both find none.
 * @throws AppError 'conflict' for the later one, whose next attempt finds the row.
 */
export async function insertReservations(tx: Transaction, reservations: Reservation[]): Promise<void> {
  if (reservations.length === 0) return
  const inserted = await tx.run(insert, [
    reservations.map(({ orderId }) => orderId),
    reservations.map(({ status }) => status),
    reservations.map(({ lines }) => JSON.stringify(lines)),
    reservations.map(({ sequence }) => sequence),
  ])
  if (inserted.length < reservations.length)
    throw new AppError('conflict', 'reservation-exists', 'another message made the reservation just now')
}

/** Of rows that are locked. */
export async function updateReservations(tx: Transaction, reservations: Reservation[]): Promise<void> {
  if (reservations.length === 0) return
  tx.send(update, [
    reservations.map(({ orderId }) => orderId),
    reservations.map(({ status }) => status),
    reservations.map(({ sequence }) => sequence),
  ])
}
