import type { Logger } from '@aos/chassis/logger'
import { ACCOUNT_COOKIE_PREFIX } from '@aos/contracts/actor'
import { addresses } from '@aos/contracts/addresses'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins'
import type { Pool } from 'pg'
import type { AccountsConfig } from './config.ts'
import type { Mails } from './mails.ts'

const MINUTE = 60
const DAY = 24 * 60 * MINUTE
const RESET_MINUTES = 60
export const PROVIDER_ID = 'oidc'

interface Parts {
  pool: Pool
  mails: Mails
  logger: Logger
}

export type Auth = ReturnType<typeof createAuth>

/**
 * Better Auth keeps passwords (scrypt, memory-hard), sessions and tokens. Its own HTTP routes are not
 * served: our operations call it, so that they look like every other operation of the API, and how
 * often one may try is counted in the database (limit-attempts.ts), for all replicas together.
 */
export const createAuth = (config: AccountsConfig, { pool, mails, logger }: Parts) =>
  betterAuth({
    appName: 'Awesome Online Store',
    baseURL: config.SHOP_URL,
    basePath: addresses.beginProviderSignIn.path,
    secret: config.SESSION_SECRET,
    database: pool,
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_MINUTES * MINUTE,
      sendResetPassword: ({ user, token }) => mails.passwordReset(user, token, RESET_MINUTES),
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: 7 * DAY,
      sendVerificationEmail: ({ user, token }) => mails.verification(user, token),
    },
    user: { additionalFields },
    session: { expiresIn: 30 * DAY, updateAge: DAY },
    advanced: {
      cookiePrefix: ACCOUNT_COOKIE_PREFIX,
      useSecureCookies: config.SECURE_COOKIES,
      database: { generateId: 'uuid' },
      // Kept for a moment and hashed in limit-attempts.ts, and nowhere else.
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its own words name people's addresses.
    logger: { level: 'error', log: (_, message) => logger.error({ from: 'better-auth' }, message) },
    plugins: [genericOAuth({ config: providers(config) })],
  } satisfies BetterAuthOptions)

const additionalFields = {
  /** `shopper` or `staff`; only the command for staff accounts changes it. */
  role: { type: 'string', required: true, defaultValue: 'shopper', input: false },
} as const

const providers = ({
  OIDC_ISSUER,
  OIDC_CLIENT_ID,
  OIDC_CLIENT_SECRET,
  OIDC_NAME,
  SHOP_URL,
}: AccountsConfig) => {
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return []
  return [
    {
      providerId: PROVIDER_ID,
      name: OIDC_NAME,
      discoveryUrl: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      scopes: ['openid', 'email', 'profile'],
      redirectURI: new URL(addresses.finishProviderSignIn.path, SHOP_URL).href,
      requireIdTokenVerification: true,
    },
  ]
}
