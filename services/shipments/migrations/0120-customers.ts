import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- What an older version brought to an end, and has not forgotten.
    CREATE INDEX parcels_to_forget ON parcels (order_id)
      WHERE status IN ('delivered', 'cancelled', 'failed') AND customer ->> 'email' <> 'removed@removed.invalid';
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX parcels_to_forget')
}
