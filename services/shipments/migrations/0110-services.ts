import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE parcels
      -- How the parcel is to come, as the carrier calls it; absent where nobody chose.
      ADD COLUMN service text;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE parcels DROP COLUMN service')
}
