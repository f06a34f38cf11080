import { listName, redriveName } from '@aos/contracts/dead-letter-addresses'
import type { DeadLetter } from '@aos/contracts/dead-letters'
import type { ServiceWithDatabase } from '@aos/contracts/services'
import type Router from '@koa/router'
import type { Database } from './database.ts'
import { countLetters, type LetterRow, selectLetters } from './dead-letters-table.ts'
import type { Inbox } from './inbox.ts'
import { redriveLetter } from './redrive-letter.ts'
import { serve } from './serve.ts'
import { withoutTokens } from './without-tokens.ts'

interface Parts {
  router: Router
  database: Database
  inbox: Inbox
}

/** For staff: what this service could not accept, and another try. */
export function addDeadLetterRoutes(service: ServiceWithDatabase, { router, database, inbox }: Parts): void {
  const shown = ({ isWhole, keptAt, redrivenAt, redrivenBy, ...letter }: LetterRow): DeadLetter => ({
    ...letter,
    event: withoutTokens(letter.event),
    service,
    redrivable: isWhole,
    keptAt: keptAt.toISOString(),
    ...(redrivenAt && { redrivenAt: redrivenAt.toISOString() }),
    ...(redrivenBy !== null && { redrivenBy }),
  })

  serve(router, listName(service), ({ query: { page, pageSize } }) =>
    database.transaction(async (tx) => {
      const [letters, counts] = await Promise.all([
        selectLetters(tx, { limit: pageSize, offset: (page - 1) * pageSize }),
        countLetters(tx),
      ])
      return { letters: letters.map(shown), ...counts, page, pageSize }
    }),
  )

  serve(router, redriveName(service), async ({ params: { id }, actor }) =>
    shown(await redriveLetter({ database, inbox }, id, actor)),
  )
}
