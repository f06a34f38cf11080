import { type ServiceWithDatabase, servicesWithDatabase } from './services.ts'

/** Each service that hears messages keeps the letters that it refused, takes them once more, or sets them aside. */
export const listName = <S extends ServiceWithDatabase>(service: S) =>
  `list${capitalised(service)}DeadLetters` as const

export const redriveName = <S extends ServiceWithDatabase>(service: S) =>
  `redrive${capitalised(service)}DeadLetter` as const

export const setAsideName = <S extends ServiceWithDatabase>(service: S) =>
  `setAside${capitalised(service)}DeadLetter` as const

const capitalised = <T extends string>(word: T) =>
  (word.charAt(0).toUpperCase() + word.slice(1)) as Capitalize<T>

/** One value for the list of each service, others for what is done with a letter. */
export type ForEachService<List, Redrive, SetAside> = {
  [S in ServiceWithDatabase as ReturnType<typeof listName<S>>]: List
} & { [S in ServiceWithDatabase as ReturnType<typeof redriveName<S>>]: Redrive } & {
  [S in ServiceWithDatabase as ReturnType<typeof setAsideName<S>>]: SetAside
}

export const forEachService = <List, Redrive, SetAside>(
  list: (service: ServiceWithDatabase) => List,
  redrive: (service: ServiceWithDatabase) => Redrive,
  setAside: (service: ServiceWithDatabase) => SetAside,
) =>
  Object.fromEntries(
    servicesWithDatabase.flatMap((service): [string, List | Redrive | SetAside][] => [
      [listName(service), list(service)],
      [redriveName(service), redrive(service)],
      [setAsideName(service), setAside(service)],
    ]),
  ) as ForEachService<List, Redrive, SetAside>

export const deadLetterAddresses = forEachService(
  (service) => ({ method: 'get' as const, path: `/api/v1/admin/dead-letters/${service}` as const }),
  (service) => ({
    method: 'post' as const,
    path: `/api/v1/admin/dead-letters/${service}/{id}/redrive` as const,
  }),
  (service) => ({
    method: 'put' as const,
    path: `/api/v1/admin/dead-letters/${service}/{id}/set-aside` as const,
  }),
)
