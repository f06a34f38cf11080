import { type Actor, isSignedIn, isStaff } from '@aos/contracts/actor'

/** Of an order whose account is deleted. */
export const NOBODY = 'nobody'

/**
 * Whether somebody may see and cancel an order. An account's order is the account's alone. A guest's is
 * for whoever has its link, which nobody can guess: guests have nothing else to show.
 *
 * @param owner undefined: placed before there were accounts, by a guest then.
 */
export function mayHandle(owner: string | undefined, actor: Actor): 'yes' | 'no' | 'sign-in' {
  if (isStaff(actor)) return 'yes'
  if (owner === undefined || owner.startsWith('guest:')) return 'yes'
  if (owner === actor.subject) return 'yes'
  return owner === NOBODY || isSignedIn(actor) ? 'no' : 'sign-in'
}
