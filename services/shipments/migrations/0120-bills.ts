import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE parcels
      -- What the order cost, for the letters about the parcel; parcels from before have none.
      ADD COLUMN bill jsonb;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE parcels DROP COLUMN bill')
}
