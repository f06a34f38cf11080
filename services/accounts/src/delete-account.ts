import type { Database } from '@aos/chassis/database'
import type { Outbox } from '@aos/chassis/outbox'
import { activeTraceparent } from '@aos/chassis/telemetry'
import { emit } from '@aos/contracts/messages'
import { deleteAccountRow } from './accounts-table.ts'

/** Deletes an account with all that belongs to it, and tells those who know the person. */
export async function deleteAccount(database: Database, outbox: Outbox, accountId: string): Promise<void> {
  await database.transaction(async (tx) => {
    const gone = await deleteAccountRow(tx, accountId)
    if (!gone) return
    const message = emit('AccountDeleted', { accountId, ...(gone.emailVerified && { email: gone.email }) })
    await outbox.add(tx, [{ ...message, sequence: gone.said + 1 }], activeTraceparent)
  })
}
