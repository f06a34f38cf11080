import type { Transaction } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import { findChangeByKey, type NewChange } from './changes-table.ts'

/**
 * Whether a request was carried out already, of whose answer the caller never heard.
 * @throws AppError unprocessable when the key was used for something else.
 */
export async function isRepeated(
  tx: Transaction,
  { key, sku, action }: Pick<NewChange, 'sku' | 'action'> & { key: string },
): Promise<boolean> {
  const earlier = await findChangeByKey(tx, key)
  if (!earlier) return false
  if (earlier.sku === sku && earlier.action === action) return true
  throw new AppError(
    'unprocessable',
    'idempotency-key-reused',
    'this Idempotency-Key was used for another request; take a new one for each change',
  )
}
