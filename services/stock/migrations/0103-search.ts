import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
    CREATE EXTENSION IF NOT EXISTS unaccent;

    ALTER TABLE products
      ADD tags text[] NOT NULL DEFAULT '{}',
      ADD added_at timestamptz NOT NULL DEFAULT now(),
      -- Out of the catalogue from then on; orders still name it.
      ADD retired_at timestamptz;

    -- No index knows how many are left: reservations would have to keep it, and their updates would no longer be
    -- heap-only. What is in stock is told by looking at the rows.
    DROP INDEX products_by_name;
    CREATE INDEX products_by_name ON products (name, sku) WHERE retired_at IS NULL;
    CREATE INDEX products_by_price ON products (price, name, sku) WHERE retired_at IS NULL;
    CREATE INDEX products_by_age ON products (added_at DESC, name, sku) WHERE retired_at IS NULL;
    CREATE INDEX products_by_category ON products (category, name, sku) WHERE retired_at IS NULL;

    -- Apart from products, whose rows are copied with every reservation.
    CREATE TABLE product_texts (
      sku text PRIMARY KEY REFERENCES products ON DELETE CASCADE,
      document tsvector NOT NULL
    );
    CREATE INDEX product_texts_by_document ON product_texts USING gin (document);

    -- All words that ever were in a product's text: what somebody who mistyped may have meant.
    CREATE TABLE search_words (word text PRIMARY KEY);
    CREATE INDEX search_words_alike ON search_words USING gin (word gin_trgm_ops);
    CREATE INDEX search_words_by_length ON search_words (length(word));

    CREATE FUNCTION keep_product_text() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      title text := unaccent(NEW.name);
      labels text := unaccent(concat_ws(' ', array_to_string(NEW.tags, ' '), replace(NEW.sku, '-', ' '),
        (SELECT name FROM categories WHERE slug = NEW.category)));
      description text := unaccent(NEW.description);
    BEGIN
      INSERT INTO product_texts (sku, document)
      VALUES (NEW.sku, setweight(to_tsvector('english', title), 'A') ||
        setweight(to_tsvector('english', labels), 'B') || setweight(to_tsvector('english', description), 'C'))
      ON CONFLICT (sku) DO UPDATE SET document = EXCLUDED.document;
      -- Sorted, as everyone adds them, so that nobody waits in a circle.
      INSERT INTO search_words (word)
      SELECT lexeme FROM unnest(to_tsvector('simple', concat_ws(' ', title, labels, description))) AS words
      WHERE lexeme ~ '^[[:alpha:]]{3,40}$' AND length(to_tsvector('english', lexeme)) > 0
      ORDER BY lexeme ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $$;

    -- Named columns only: a reservation does not pay for it.
    CREATE TRIGGER keep_text AFTER INSERT OR UPDATE OF name, description, category, tags ON products
      FOR EACH ROW EXECUTE FUNCTION keep_product_text();

    CREATE FUNCTION keep_texts_of_category() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE products SET category = category WHERE category = NEW.slug;
      RETURN NULL;
    END $$;
    CREATE TRIGGER keep_texts AFTER UPDATE OF name ON categories
      FOR EACH ROW EXECUTE FUNCTION keep_texts_of_category();

    -- What is there already.
    UPDATE products SET name = name;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TRIGGER keep_texts ON categories;
    DROP TRIGGER keep_text ON products;
    DROP FUNCTION keep_texts_of_category, keep_product_text;
    DROP TABLE search_words, product_texts;
    DROP INDEX products_by_name, products_by_price, products_by_age, products_by_category;
    ALTER TABLE products DROP tags, DROP added_at, DROP retired_at;
    CREATE INDEX products_by_name ON products (name, sku);
  `)
}
