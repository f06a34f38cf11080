import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE categories (
      slug text PRIMARY KEY,
      name text NOT NULL,
      description text NOT NULL
    );

    CREATE TABLE products (
      sku text PRIMARY KEY,
      name text NOT NULL,
      category text NOT NULL REFERENCES categories,
      description text NOT NULL,
      -- Minor units of the catalogue's currency.
      price integer NOT NULL CHECK (price >= 0),
      on_hand integer NOT NULL,
      reserved integer NOT NULL DEFAULT 0,
      CONSTRAINT shelf_holds_what_is_reserved CHECK (on_hand >= reserved AND reserved >= 0)
      -- Counts change with every order: room on the page keeps those updates out of the indexes.
    ) WITH (fillfactor = 50);
    CREATE INDEX products_by_name ON products (name, sku);

    -- For each SKU, sum(quantity) here = products.on_hand + what is in picked reservations.
    CREATE TABLE restocks (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      sku text NOT NULL REFERENCES products,
      quantity integer NOT NULL CHECK (quantity > 0),
      reason text NOT NULL,
      at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX restocks_by_sku ON restocks (sku);
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE restocks; DROP TABLE products; DROP TABLE categories')
}
