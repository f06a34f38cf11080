import type { Knex } from 'knex'

/** An e-mail is about an order, or about nothing but its own message: whoever asks for a link twice gets two. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE emails RENAME COLUMN order_id TO subject_id')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE emails RENAME COLUMN subject_id TO order_id')
}
