import { type ServiceWithDatabase, servicesWithDatabase } from './services.ts'

/** Each service that hears messages keeps the letters that it refused, and takes them once more. */
export const listName = <S extends ServiceWithDatabase>(service: S) =>
  `list${capitalised(service)}DeadLetters` as const

export const redriveName = <S extends ServiceWithDatabase>(service: S) =>
  `redrive${capitalised(service)}DeadLetter` as const

const capitalised = <T extends string>(word: T) =>
  (word.charAt(0).toUpperCase() + word.slice(1)) as Capitalize<T>

/** One value for the list of each service, and another one for its redrive. */
export type ForEachService<List, Redrive> = {
  [S in ServiceWithDatabase as ReturnType<typeof listName<S>>]: List
} & { [S in ServiceWithDatabase as ReturnType<typeof redriveName<S>>]: Redrive }

export const forEachService = <List, Redrive>(
  list: (service: ServiceWithDatabase) => List,
  redrive: (service: ServiceWithDatabase) => Redrive,
) =>
  Object.fromEntries(
    servicesWithDatabase.flatMap((service): [string, List | Redrive][] => [
      [listName(service), list(service)],
      [redriveName(service), redrive(service)],
    ]),
  ) as ForEachService<List, Redrive>

export const deadLetterAddresses = forEachService(
  (service) => ({ method: 'get' as const, path: `/api/v1/admin/dead-letters/${service}` as const }),
  (service) => ({
    method: 'post' as const,
    path: `/api/v1/admin/dead-letters/${service}/{id}/redrive` as const,
  }),
)
