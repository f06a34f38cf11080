import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE parcels (
      order_id uuid PRIMARY KEY,
      status text NOT NULL CHECK (status IN
        ('booking', 'booked', 'dispatched', 'delivered', 'cancelling', 'cancelled', 'failed')),
      sequence int NOT NULL,
      customer jsonb,
      lines jsonb,
      carrier_reference text UNIQUE,
      tracking_number text,
      reason text,
      traceparent text,
      attempts int NOT NULL DEFAULT 0,
      next_attempt_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      changed_at timestamptz NOT NULL DEFAULT now(),
      CHECK (status = 'cancelled' OR (customer IS NOT NULL AND lines IS NOT NULL)),
      CHECK (status NOT IN ('booked', 'dispatched', 'delivered')
        OR (carrier_reference IS NOT NULL AND tracking_number IS NOT NULL)),
      CHECK ((status = 'failed') = (reason IS NOT NULL)),
      CHECK ((status IN ('booking', 'cancelling', 'booked', 'dispatched')) = (next_attempt_at IS NOT NULL))
    );
    -- What is to be asked of the shipment company, and what is to be looked up there.
    CREATE INDEX parcels_to_ask ON parcels (next_attempt_at) WHERE status IN ('booking', 'cancelling');
    CREATE INDEX parcels_to_look_up ON parcels (next_attempt_at) WHERE status IN ('booked', 'dispatched');
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE parcels')
}
