import { platformPorts, ports } from '@aos/contracts/services'
import type { SimulatorName } from './environment.ts'
import type { Store } from './store.ts'
import { simulatorHost } from './store-facts.ts'

/** Of the static server, as its image has it. */
export const WEB_PORT = 8080

/** What is reached from outside: for each host, which paths lead where. */
export interface Door {
  host: string
  /** Longest first. */
  paths: { prefix: string; service: string; port: number }[]
}

/** Of the gateway only the API and the webhooks: its metrics and health are nobody's business outside. */
export function doors(store: Store): Door[] {
  const gateway = { service: 'gateway', port: ports.gateway.app }
  const shop: Door = {
    host: store.spec.host,
    paths: [
      { prefix: '/api', ...gateway },
      { prefix: '/webhooks', ...gateway },
      { prefix: '/', service: 'web', port: WEB_PORT },
    ],
  }
  return [shop, ...(store.spec.simulators.enabled ? simulatorDoors(store) : [])]
}

const simulatorDoors = (store: Store): Door[] =>
  Object.entries(simulatorPorts).map(([service, port]) => ({
    host: simulatorHost(store, service as SimulatorName),
    paths: [{ prefix: '/', service, port }],
  }))

/** Where the simulated third parties answer HTTP. */
export const simulatorPorts: Record<SimulatorName, number> = {
  'payment-broker': platformPorts.paymentBroker,
  carrier: platformPorts.carrier,
  mailbox: platformPorts.mailbox,
}
