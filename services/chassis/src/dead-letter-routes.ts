import { listName, redriveName, setAsideName } from '@aos/contracts/dead-letter-addresses'
import type { DeadLetter } from '@aos/contracts/dead-letters'
import type { ServiceWithDatabase } from '@aos/contracts/services'
import type Router from '@koa/router'
import type { Database } from './database.ts'
import { countLetters, type LetterRow, selectLetters } from './dead-letters-table.ts'
import type { Inbox } from './inbox.ts'
import { serve } from './serve.ts'
import { redriveLetter, setLetterAside } from './settle-letter.ts'
import { withoutTokens } from './without-tokens.ts'

interface Parts {
  router: Router
  database: Database
  inbox: Inbox
}

/** For staff: what this service could not accept, another try, or the word that nothing has to be done. */
export function addDeadLetterRoutes(service: ServiceWithDatabase, { router, database, inbox }: Parts): void {
  const shown = ({
    isWhole,
    keptAt,
    redrivenAt,
    redrivenBy,
    setAsideAt,
    setAsideBy,
    setAsideNote,
    ...letter
  }: LetterRow): DeadLetter => ({
    ...letter,
    event: withoutTokens(letter.event),
    service,
    redrivable: isWhole,
    keptAt: keptAt.toISOString(),
    ...(redrivenAt && { redrivenAt: redrivenAt.toISOString() }),
    ...(redrivenBy !== null && { redrivenBy }),
    ...(setAsideAt && {
      setAside: { at: setAsideAt.toISOString(), by: setAsideBy ?? '', note: setAsideNote ?? '' },
    }),
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

  serve(router, setAsideName(service), async ({ params: { id }, body: { note }, actor }) =>
    shown(await setLetterAside(database, id, { note, actor })),
  )
}
