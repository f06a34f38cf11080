import { DatabaseConfig, readConfig } from '@aos/chassis/config'
import { z } from 'zod'

const Place = z.object({
  /** Where shoppers find the shop: for links and for where a provider sends them back to. */
  SHOP_URL: z.url({ protocol: /^https?$/ }),
})

export const AccountsConfig = DatabaseConfig.extend({
  ...Place.shape,
  /** Signs session cookies and the tokens in e-mails. */
  SESSION_SECRET: z.string().min(32),
  /** Off only where shoppers come over plain HTTP, as on one machine. */
  SECURE_COOKIES: z.stringbool().default(true),
  /** How often somebody may fail to sign in to one account from one network address, within 15 minutes. */
  SIGN_IN_ATTEMPTS: z.coerce.number().int().min(1).default(5),
  /** How often one network address may register, sign in or ask for mails, within 15 minutes. */
  ATTEMPTS_PER_ADDRESS: z.coerce.number().int().min(1).default(60),
  /** An OpenID Connect provider, such as `https://login.example.com`; none when it is absent. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** On its button: "Sign in with …". */
  OIDC_NAME: z.string().min(1).default('single sign-on'),
}).refine(
  ({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }) =>
    !OIDC_ISSUER || (OIDC_CLIENT_ID !== undefined && OIDC_CLIENT_SECRET !== undefined),
  { message: 'OIDC_ISSUER wants OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it' },
)
export type AccountsConfig = z.infer<typeof AccountsConfig>

export const accountsConfig = (): AccountsConfig => readConfig(AccountsConfig, process.env)

/** What the command for staff accounts needs of it. */
const StaffConfig = DatabaseConfig.pick({ DATABASE_URL: true }).extend(Place.shape)

export const staffConfig = (): z.infer<typeof StaffConfig> => readConfig(StaffConfig, process.env)
