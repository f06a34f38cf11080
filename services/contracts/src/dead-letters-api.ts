import { z } from 'zod'
import { addresses } from './addresses.ts'
import type { Operation } from './api.ts'
import { forEachService, listName, redriveName, setAsideName } from './dead-letter-addresses.ts'
import { DeadLetter, DeadLetterPage, DeadLetterQuery, SetAside } from './dead-letters.ts'
import type { ServiceWithDatabase } from './services.ts'

const byId = z.object({ id: z.uuid() })

const list = (service: ServiceWithDatabase) =>
  ({
    ...addresses[listName(service)],
    service,
    access: 'staff',
    summary: `Messages that ${service} could not accept, the open ones first, the newest first.`,
    query: DeadLetterQuery,
    status: 200,
    response: DeadLetterPage,
    problems: [400, 401, 403, 503],
  }) as const satisfies Operation

const redrive = (service: ServiceWithDatabase) =>
  ({
    ...addresses[redriveName(service)],
    service,
    access: 'staff',
    summary: `Lets ${service} try a message again that it could not accept. Refused again, the letter stays open with the reason.`,
    params: byId,
    status: 200,
    response: DeadLetter,
    problems: [400, 401, 403, 404, 422, 503],
  }) as const satisfies Operation

const setAside = (service: ServiceWithDatabase) =>
  ({
    ...addresses[setAsideName(service)],
    service,
    access: 'staff',
    summary: `Says that nothing has to be done about a message that ${service} could not accept. The first who says so is kept.`,
    params: byId,
    body: SetAside,
    status: 200,
    response: DeadLetter,
    problems: [400, 401, 403, 404, 503],
  }) as const satisfies Operation

/** What every service with a database serves alike (chassis/dead-letter-routes.ts); a part of the operations in api.ts. */
export const deadLetterOperations = forEachService(list, redrive, setAside)
