import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- A count may find less than was believed.
    ALTER TABLE restocks DROP CONSTRAINT restocks_quantity_check;
    ALTER TABLE restocks ADD CONSTRAINT restocks_move_something CHECK (quantity <> 0);

    ALTER TABLE products
      -- Counts the edits by people; stock that moves is none.
      ADD edition integer NOT NULL DEFAULT 1,
      -- Of the picture that was uploaded; without one, the picture is that of the opening catalogue.
      ADD picture text;

    CREATE TABLE product_pictures (
      sku text PRIMARY KEY REFERENCES products,
      type text NOT NULL,
      content bytea NOT NULL
    );

    -- Who changed what, when, from what to what; written with the change, and never altered.
    CREATE TABLE changes (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at timestamptz NOT NULL DEFAULT now(),
      sku text NOT NULL REFERENCES products,
      action text NOT NULL,
      -- [{ field, from, to }]
      fields jsonb NOT NULL,
      note text,
      subject text NOT NULL,
      email text,
      idempotency_key text UNIQUE
    );
    CREATE INDEX changes_by_sku ON changes (sku, id DESC);

    CREATE FUNCTION keep_changes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'what was changed is written down for good';
    END $$;
    CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON changes
      FOR EACH STATEMENT EXECUTE FUNCTION keep_changes();
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE changes, product_pictures;
    DROP FUNCTION keep_changes;
    ALTER TABLE products DROP edition, DROP picture;
    ALTER TABLE restocks DROP CONSTRAINT restocks_move_something;
  `)
}
