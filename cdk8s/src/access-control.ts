import { IDENTITY_PATH } from '@aos/contracts/actor'
import { type Operation, operations } from '@aos/contracts/api'
import type { ServiceName } from '@aos/contracts/services'

/** Callers are known by the certificates of Dapr's Sentry, which are in this domain unless told otherwise. */
const TRUST_DOMAIN = 'public'

/** The only one who calls services; the services themselves talk through Kafka. */
const CALLER: ServiceName = 'gateway'

/** The gateway asks it before every other call, and no shopper does. */
const identity: Pick<Operation, 'service' | 'method' | 'path'> = {
  service: 'accounts',
  method: 'get',
  path: IDENTITY_PATH,
}

const called = [...Object.values<Operation>(operations), identity]

/** Services that the gateway calls. */
export const calledServices: readonly ServiceName[] = [
  ...new Set(called.map(({ service }) => service)),
].filter((service) => service !== CALLER)

/** What a sidecar lets in from other sidecars: the operations that its service serves, asked for by the gateway. */
export const accessControl = (service: ServiceName, namespace: string) => ({
  defaultAction: 'deny',
  trustDomain: TRUST_DOMAIN,
  policies: calledServices.includes(service)
    ? [
        {
          appId: CALLER,
          defaultAction: 'deny',
          trustDomain: TRUST_DOMAIN,
          namespace,
          operations: allowedOperations(service),
        },
      ]
    : [],
})

/**
 * daprd reads a rule for `/orders` as one for everything below it too, never looks at longer rules when
 * a shorter one fits, and has no way to name a parameter in the middle of a path. So there is one rule
 * for each shortest address without parameters, with the verbs of all operations below.
 */
export function allowedOperations(service: ServiceName) {
  const served = called
    .filter((operation) => operation.service === service)
    .map(({ method, path }) => ({ verb: method.toUpperCase(), path: path.replace(/\/\{.*$/, '') }))
  const shortest = [...new Set(served.map(({ path }) => path))].filter(
    (path) => !served.some((other) => path.startsWith(`${other.path}/`)),
  )
  return shortest.map((name) => ({
    name,
    httpVerb: [...new Set(served.filter(({ path }) => isWithin(path, name)).map(({ verb }) => verb))].sort(),
    action: 'allow',
  }))
}

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)
