import { signInNeeded } from '@aos/chassis/access'
import type { Database } from '@aos/chassis/database'
import type { Actor } from '@aos/contracts/actor'
import { noSuchOrder } from './advance-order.ts'
import { findOwner } from './history-table.ts'
import { mayHandle } from './ownership.ts'

/** @throws AppError as if there were no such order, for whom it is not; guests are asked to sign in first. */
export function requireOwner(id: string, owner: string | undefined, actor: Actor): void {
  const may = mayHandle(owner, actor)
  if (may === 'sign-in') throw signInNeeded('this order belongs to an account: sign in to see it')
  if (may === 'no') throw noSuchOrder(id)
}

export async function requireOwnerOf(database: Database, id: string, actor: Actor): Promise<void> {
  const found = await findOwner(database, id)
  if (!found) throw noSuchOrder(id)
  requireOwner(id, found.owner, actor)
}
