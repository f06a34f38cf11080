import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE INDEX orders_by_age ON orders (placed_at DESC, id);
    CREATE INDEX orders_by_email ON orders (lower(customer ->> 'email') text_pattern_ops);
    -- The few that may need somebody; which of them do, depends on the time.
    CREATE INDEX orders_to_watch ON orders (placed_at) WHERE status = 'cancelling'
      OR (status = 'approved' AND tracking_number IS NULL)
      OR (status IN ('rejected', 'cancelled') AND refunded IS NULL AND journey @> '[{"type": "RefundPayment"}]');
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX orders_by_age, orders_by_email, orders_to_watch')
}
