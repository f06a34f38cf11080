import type { Knex } from 'knex'

/**
 * A product has several pictures. `products.picture` and `product_pictures` are what the version before
 * reads; they go with the next one.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE picture_files (
      sku text NOT NULL REFERENCES products,
      -- Follows from the content.
      version text NOT NULL,
      type text NOT NULL,
      content bytea NOT NULL,
      PRIMARY KEY (sku, version)
    );

    -- Versions, in the order in which the shop shows them.
    ALTER TABLE products ADD pictures text[] NOT NULL DEFAULT '{}';

    INSERT INTO picture_files (sku, version, type, content)
      SELECT sku, picture, type, content FROM product_pictures JOIN products USING (sku);
    UPDATE products SET pictures = ARRAY[picture] WHERE picture IS NOT NULL;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE picture_files; ALTER TABLE products DROP pictures;')
}
