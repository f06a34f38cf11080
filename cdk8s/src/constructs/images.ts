import type { ServiceName } from '@aos/contracts/services'
import type { Store } from '../store.ts'

const byDefault = ({ spec: { images, version } }: Store, name: string) =>
  `${images.registry}/${name}:${version}`

export const serviceImage = (store: Store, name: ServiceName): string =>
  store.spec.services[name].image ?? byDefault(store, name)

export const webImage = (store: Store): string => store.spec.web.image ?? byDefault(store, 'web')

export const simulatorsImage = (store: Store): string =>
  store.spec.simulators.image ?? byDefault(store, 'simulators')
