import { z } from 'zod'

/**
 * Who is calling. The gateway turns a session into an actor and tells services by a short-lived signed
 * token in ACTOR_TOKEN_HEADER; each service verifies it itself.
 */
export const ACTOR_TOKEN_HEADER = 'x-actor-token'

/** What a signed-in actor may be; a guest is neither. */
export const Role = z.enum(['shopper', 'staff'])
export type Role = z.infer<typeof Role>

export const Actor = z.object({
  /** `guest:<id>` or `account:<id>`: whose cart and whose orders. */
  subject: z.string().regex(/^(guest|account):[\da-f-]{36}$/),
  roles: z.array(Role),
  /** Of an account, once it is verified. */
  email: z.email().optional(),
  /** The guest that an account was in this browser before it signed in: its cart comes along. */
  formerGuest: z
    .string()
    .regex(/^guest:[\da-f-]{36}$/)
    .optional(),
  /** The network address that the request came from. */
  address: z.string().optional(),
})
export type Actor = z.infer<typeof Actor>

/**
 * Who may call an operation: `anyone`, even without a session; a signed-in `shopper`; the `owner` of what
 * is asked for, guest or shopper, which the operation itself looks at; `staff`.
 */
export type Access = 'anyone' | 'shopper' | 'owner' | 'staff'

const ACCOUNT = 'account:'

export const isSignedIn = ({ subject }: Actor): boolean => subject.startsWith(ACCOUNT)
export const isStaff = ({ roles }: Actor): boolean => roles.includes('staff')

export const accountSubject = (id: string): string => `${ACCOUNT}${id}`
/** Of a signed-in actor. */
export const accountIdOf = ({ subject }: Actor): string => subject.slice(ACCOUNT.length)

/** Where the gateway asks the accounts service whose session a cookie is; no operation of the public API. */
export const IDENTITY_PATH = '/identity'

/** The answer: nobody's, or an account's. */
export const Identity = z.object({ actor: Actor.optional() })
export type Identity = z.infer<typeof Identity>

/** Each cookie of the accounts service begins like this, behind what marks it as secure. */
export const ACCOUNT_COOKIE_PREFIX = 'aos-account'
