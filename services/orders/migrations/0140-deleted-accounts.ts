import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- For a while: an order may still come in by a session that has not ended everywhere.
    CREATE TABLE deleted_accounts (
      -- account:<id>, as the owner of an order.
      subject text PRIMARY KEY,
      deleted_at timestamptz NOT NULL DEFAULT now()
    );
    UPDATE orders SET request_hash = '' WHERE owner = 'nobody' AND NOT forget_person;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE deleted_accounts')
}
