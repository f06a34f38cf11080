import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE orders
      -- guest:<id>, account:<id>, or nobody once the account is deleted; orders from before there were accounts have none.
      ADD COLUMN owner text,
      -- The person is to be removed as soon as nothing is under way any more.
      ADD COLUMN forget_person boolean NOT NULL DEFAULT false;
    CREATE INDEX orders_owner ON orders (owner, placed_at DESC);
    CREATE INDEX orders_guest_email ON orders (lower(customer ->> 'email'), placed_at DESC)
      WHERE owner LIKE 'guest:%';
    CREATE INDEX orders_forget_person ON orders (id) WHERE forget_person;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE orders DROP COLUMN owner, DROP COLUMN forget_person')
}
