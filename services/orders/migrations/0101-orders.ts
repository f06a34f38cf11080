import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE orders (
      id uuid PRIMARY KEY,
      status text NOT NULL,
      cancel_stage text,
      reason text,
      detail text,
      lines jsonb NOT NULL,
      total bigint NOT NULL CHECK (total >= 0),
      currency text NOT NULL,
      customer jsonb NOT NULL,
      payment_method text NOT NULL,
      tracking_number text,
      refunded bigint,
      journey jsonb NOT NULL,
      sequence integer NOT NULL,
      deadline_at timestamptz,
      placed_at timestamptz NOT NULL,
      traceparent text,
      idempotency_key text NOT NULL UNIQUE,
      request_hash text NOT NULL,
      cart_to_empty jsonb
    ) WITH (fillfactor = 70);
    CREATE INDEX orders_deadline_at ON orders (deadline_at) WHERE deadline_at IS NOT NULL;
    CREATE INDEX orders_cart_to_empty ON orders (placed_at) WHERE cart_to_empty IS NOT NULL;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE orders')
}
