import { z } from 'zod'
import { Role } from './actor.ts'
import { Address, Email, text } from './order-parts.ts'

/** The shapes of accounts in the public API. */

export const AccountId = z.uuid()

/** Long rather than odd, as NIST advises; the most keeps hashing affordable. */
export const Password = z.string().min(10, 'must have at least 10 characters').max(128)

export const Account = z.object({
  id: AccountId,
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  roles: z.array(Role),
  hasPassword: z.boolean().describe('False where another company vouches for the person.'),
})
export type Account = z.infer<typeof Account>

export const Session = z.object({
  account: Account.optional().describe('Absent for a guest.'),
  provider: z.object({ name: z.string() }).optional().describe('Who else can vouch for a person here.'),
})
export type Session = z.infer<typeof Session>

export const SignIn = z.object({ email: Email, password: z.string().min(1).max(128) })

/** Where to go on once signed in: a page of this shop. */
export const ReturnTo = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\s]*$/, 'must be a path of this shop')

export const BeginProviderSignIn = z.object({ returnTo: ReturnTo.default('/account') })
export const ProviderAddress = z.object({ url: z.string() })

export const Register = z.object({ name: text(100), email: Email, password: Password })

/** Whoever deletes an account shows once more who they are. */
export const DeleteAccount = z.object({
  password: z.string().max(128).optional().describe('Where the account has one.'),
})

export const RequestPasswordReset = z.object({ email: Email })
const Token = z.string().min(1).max(1000)
export const ResetPassword = z.object({ token: Token, password: Password })
export const VerifyEmail = z.object({ token: Token })

export const SavedAddress = z.object({ name: text(100), address: Address })
export type SavedAddress = z.infer<typeof SavedAddress>
export const KnownAddress = SavedAddress.extend({ id: z.uuid() })
export type KnownAddress = z.infer<typeof KnownAddress>
