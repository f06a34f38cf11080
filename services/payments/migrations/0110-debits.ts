import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE payments
      -- A card unless said.
      ADD COLUMN payment_type text,
      -- Who agreed to a debit; kept until the broker has it.
      ADD COLUMN mandate jsonb;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE payments DROP COLUMN payment_type, DROP COLUMN mandate')
}
