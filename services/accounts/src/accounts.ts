import type { Resources } from '@aos/chassis/service'
import { Pool } from 'pg'
import { hearLanguage } from './asked-in.ts'
import { createAuth } from './auth.ts'
import type { AccountsConfig } from './config.ts'
import { AttemptLimits } from './limit-attempts.ts'
import { mailsThrough } from './mails.ts'
import { providerRoutes } from './provider-routes.ts'
import { routes } from './routes.ts'
import { Sessions } from './sessions.ts'

/** What the service is made of. */
export function accounts(
  config: AccountsConfig,
  { database, outbox, logger, lifecycle, router }: Omit<Resources, 'sidecar'>,
): void {
  // Better Auth wants a pool of its own: it knows nothing of our named statements.
  const pool = new Pool({ connectionString: config.DATABASE_URL, max: config.DATABASE_CONNECTIONS })
  // An idle connection that breaks is replaced at its next use.
  pool.on('error', () => {})
  lifecycle.onStop('the connections of Better Auth', () => pool.end())

  const auth = createAuth(config, { pool, mails: mailsThrough(database, outbox), logger })
  const limits = new AttemptLimits(database, config)
  const sessions = new Sessions(auth, database, config)
  router.use(hearLanguage)
  routes(router, { auth, sessions, limits, database, outbox })
  providerRoutes(router, { auth, limits, config })
}
