import { Database } from '@aos/chassis/database'
import type { Knex } from 'knex'
import { type Catalogue, readCatalogue } from './catalogue.ts'
import { seedConfig } from './config.ts'

/**
 * Adds the categories and products that are not there yet; those that are there stay as they are.
 * One that has no picture gets those of the catalogue.
 * A product's first stock is a restock, so that all that ever came in is found in one table.
 * May run at any time, from several processes at once.
 *
 * @returns how many products were added.
 */
export async function seed(knex: Knex, { categories, products, pictures }: Catalogue): Promise<number> {
  return knex.transaction(async (trx) => {
    await trx.raw(
      `INSERT INTO categories (slug, name, description)
       SELECT slug, name, description FROM jsonb_populate_recordset(NULL::categories, ?)
       ORDER BY slug ON CONFLICT DO NOTHING`,
      [JSON.stringify(categories)],
    )
    const added = await trx.raw(
      `WITH added AS (
         INSERT INTO products (sku, name, category, description, price, on_hand, tags)
         SELECT sku, name, category, description, price, "onHand", coalesce(tags, '{}')
         FROM jsonb_to_recordset(?) AS new
           (sku text, name text, category text, description text, price integer, "onHand" integer, tags text[])
         ORDER BY sku ON CONFLICT DO NOTHING RETURNING sku, on_hand
       ), stocked AS (
         INSERT INTO restocks (sku, quantity, reason)
         SELECT sku, on_hand, 'first stock' FROM added WHERE on_hand > 0
       )
       SELECT sku FROM added`,
      [JSON.stringify(products)],
    )
    await trx.raw(
      `WITH given AS MATERIALIZED (
         SELECT sku, version, content, place
         FROM jsonb_to_recordset(?) AS new (sku text, version text, content text, place integer)
           JOIN products USING (sku) WHERE pictures = '{}'
       ), stored AS (
         INSERT INTO picture_files (sku, version, type, content)
         SELECT sku, version, 'image/svg+xml', convert_to(content, 'UTF8') FROM given
         ORDER BY sku, version ON CONFLICT DO NOTHING
       )
       UPDATE products SET pictures = versions
       FROM (SELECT sku, array_agg(version ORDER BY place) AS versions FROM given GROUP BY sku) AS own
       WHERE products.sku = own.sku AND pictures = '{}'`,
      [JSON.stringify(pictures)],
    )
    return added.rows.length
  })
}

if (import.meta.main) {
  const database = new Database({ ...seedConfig(), DATABASE_CONNECTIONS: 1 })
  try {
    const catalogue = await readCatalogue()
    const added = await seed(database.knex, catalogue)
    console.log(`the catalogue has ${catalogue.products.length} products, ${added} of them new`)
  } finally {
    await database.close()
  }
}
