import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE reservations (
      order_id uuid PRIMARY KEY,
      status text NOT NULL CHECK (status IN ('reserved', 'unavailable', 'picked', 'released', 'returned')),
      -- [{ sku, name, quantity, unitPrice }], as they were held; never changed afterwards.
      lines jsonb NOT NULL,
      -- How many messages stock has sent about the order.
      sequence integer NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    ) WITH (fillfactor = 70)
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE reservations')
}
