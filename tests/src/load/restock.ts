import pg from 'pg'

/** Fills the shelves up, as a delivery would, so that so many of each SKU can be ordered. */
export async function restock(stockDatabaseUrl: string, quantity: number): Promise<void> {
  const client = new pg.Client({ connectionString: stockDatabaseUrl })
  await client.connect()
  try {
    await client.query(
      `WITH short AS (
         SELECT sku, $1 - (on_hand - reserved) AS missing FROM products
         WHERE on_hand - reserved < $1 ORDER BY sku FOR UPDATE
       ), delivered AS (
         UPDATE products SET on_hand = on_hand + missing FROM short
         WHERE products.sku = short.sku RETURNING products.sku, missing
       )
       INSERT INTO restocks (sku, quantity, reason) SELECT sku, missing, 'load test' FROM delivered`,
      [quantity],
    )
  } finally {
    await client.end()
  }
}
