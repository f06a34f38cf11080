import type { Database } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import { serve } from '@aos/chassis/serve'
import { type Actor, accountIdOf, isSignedIn } from '@aos/contracts/actor'
import type Router from '@koa/router'
import { insertAddress, listAddresses, removeAddress, updateAddress } from './addresses-table.ts'

const MOST = 20

/** The addresses that shoppers keep here; each query looks at its own account's only. */
export function addressRoutes(router: Router, database: Database): void {
  serve(router, 'listAddresses', ({ actor }) => listAddresses(database, accountIdOf(actor)))

  serve(router, 'addAddress', async ({ actor, body }) => {
    const added = await insertAddress(database, accountIdOf(actor), body, MOST)
    if (added) return added
    throw new AppError(
      'conflict',
      'too-many-addresses',
      `an account keeps ${MOST} addresses; remove one first`,
    )
  })

  serve(router, 'changeAddress', async ({ actor, params, body }) => {
    const changed = await updateAddress(database, ownerOf(actor), { ...body, id: params.id })
    if (changed) return changed
    throw noSuchAddress()
  })

  serve(router, 'removeAddress', async ({ actor, params }) => {
    if (!(await removeAddress(database, ownerOf(actor), params.id))) throw noSuchAddress()
  })
}

/** Guests own none. */
function ownerOf(actor: Actor): string {
  if (!isSignedIn(actor)) throw new AppError('unauthenticated', 'sign-in-needed', 'sign in first')
  return accountIdOf(actor)
}

const noSuchAddress = () =>
  new AppError('not-found', 'no-such-saved-address', 'there is no such address of yours')
