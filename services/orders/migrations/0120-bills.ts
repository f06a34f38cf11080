import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE orders
      -- The delivery that was chosen and the tax, by which the total came about; orders from before have none.
      ADD COLUMN terms jsonb,
      -- What the total is made of, known since the items were reserved.
      ADD COLUMN items_total bigint CHECK (items_total >= 0),
      ADD COLUMN delivery_total bigint CHECK (delivery_total >= 0),
      ADD COLUMN tax_total bigint CHECK (tax_total >= 0),
      -- A card unless said.
      ADD COLUMN payment_type text,
      -- Who agreed to a debit.
      ADD COLUMN mandate jsonb,
      ADD CHECK (num_nonnulls(items_total, delivery_total, tax_total) IN (0, 3));
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE orders DROP COLUMN terms, DROP COLUMN items_total, DROP COLUMN delivery_total, DROP COLUMN tax_total,
      DROP COLUMN payment_type, DROP COLUMN mandate
  `)
}
