import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { settled, violationsIn } from '../invariants/settle.ts'
import { tableOf } from '../invariants/table.ts'
import { burst } from '../load/burst.ts'
import { kinds } from '../load/kinds.ts'
import { restock } from '../load/restock.ts'

const ORDERS = 500
const store = inject('store')

it('a burst of orders of all kinds ends as each of them should, and breaks no invariant', async () => {
  await restock(store.databaseUrls.stock ?? '', ORDERS)
  const placed = await burst({ shop: store.addresses.shop, orders: ORDERS })
  expect(new Set(placed.map(({ kind }) => kind)).size).toBe(kinds.length)

  const verdicts = await settled(
    store,
    placed.map(({ id }) => id),
    { waitMs: 240_000, untilDelivered: true },
  )
  console.log(tableOf(verdicts))
  expect(violationsIn(verdicts)).toEqual([])

  const ends = await endsOf(placed.map(({ id }) => id))
  const surprises = placed.filter(({ id, kind }) => !kind.ends.some((end) => end === ends.get(id)))
  expect(surprises.map(({ id, kind }) => `${kind.name} became ${ends.get(id)} (${id})`)).toEqual([])
}, 400_000)

async function endsOf(ids: string[]): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: store.databaseUrls.orders })
  await client.connect()
  const { rows } = await client.query('SELECT id, status FROM orders WHERE id = ANY($1)', [ids])
  await client.end()
  return new Map(rows.map(({ id, status }) => [id, status]))
}
