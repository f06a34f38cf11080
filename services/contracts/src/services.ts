/**
 * The parts of the store by name, and where each listens.
 * A name is also the Dapr app id, the consumer group, the database and its role.
 */

export const serviceNames = [
  'gateway',
  'accounts',
  'orders',
  'stock',
  'payments',
  'shipments',
  'notifications',
] as const
export type ServiceName = (typeof serviceNames)[number]

/** TCP ports on one machine; in a cluster every pod has its own address and uses its app port alike. */
interface Ports {
  app: number
  daprHttp: number
  daprGrpc: number
  daprInternal: number
  daprMetrics: number
}

const portsFrom = (app: number, dapr: number): Ports => ({
  app,
  daprHttp: dapr,
  daprGrpc: dapr + 1,
  daprInternal: dapr + 2,
  daprMetrics: dapr + 3,
})

/** More than the 16 KiB of address and headers that Node.js reads: what is too long is refused by a service. */
export const SIDECAR_READ_BUFFER = '32Ki'

export const ports = {
  gateway: portsFrom(8080, 3500),
  orders: portsFrom(8081, 3510),
  stock: portsFrom(8082, 3520),
  payments: portsFrom(8083, 3530),
  shipments: portsFrom(8084, 3540),
  notifications: portsFrom(8085, 3550),
  accounts: portsFrom(8086, 3560),
} satisfies Record<ServiceName, Ports>

/** What the store stands on, and the third parties simulated on one machine. */
export const platformPorts = {
  postgres: 5433,
  kafka: 9092,
  kafkaController: 9093,
  zipkin: 9411,
  paymentBroker: 8090,
  carrier: 8091,
  mailbox: 8092,
  smtp: 8025,
} as const

/** The gateway owns no rows; the others have one database and one role each, named like the service. */
export const servicesWithDatabase = serviceNames.filter((name) => name !== 'gateway')
export type ServiceWithDatabase = (typeof servicesWithDatabase)[number]

/** Every database, each with a role of its name: the Dapr state store has one like the services. */
export const databaseNames = [...servicesWithDatabase, 'state'] as const
export type DatabaseName = (typeof databaseNames)[number]

/** Names of the Dapr components; the application code and the generated YAML meet here. */
export const daprComponents = { pubsub: 'pubsub', state: 'state' } as const
