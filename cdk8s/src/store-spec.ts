import { Currency, usualCurrency } from '@aos/contracts/money'
import { type ServiceName, serviceNames } from '@aos/contracts/services'
import { z } from 'zod'
import { Accounts } from './spec/accounts.ts'
import { Database } from './spec/database.ts'
import { Ingress } from './spec/ingress.ts'
import { Kafka } from './spec/kafka.ts'
import { Autoscaling, Dapr, Monitoring, Rollout, Tracing } from './spec/operations.ts'
import { Pricing } from './spec/pricing.ts'
import { Mail, Payments, Shipments, Simulators } from './spec/third-parties.ts'
import { rules } from './spec/values.ts'
import { Images, workload } from './spec/workload.ts'

const ServiceWorkload = workload({ cpu: '50m', memory: '160Mi', limit: '512Mi' })

const workloads = Object.fromEntries(
  serviceNames.map((name) => [
    name,
    ServiceWorkload.prefault({}).describe(`The service ${name} and how it scales.`),
  ]),
) as Record<ServiceName, z.ZodPrefault<typeof ServiceWorkload>>

/** What a platform engineer wants of a store: the `spec` of a Store resource, and the only input of `renderStore`. */
export const StoreSpec = z
  .strictObject({
    version: z
      .string()
      .regex(/^[0-9A-Za-z]([0-9A-Za-z._-]*[0-9A-Za-z])?$/)
      .max(63)
      .describe('Version of the store: the tag of every image without a reference of its own.'),
    host: z
      .string()
      .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/)
      .max(200)
      .describe('Host name under which shoppers find the shop, without https://.'),
    paused: z.boolean().default(false).describe('While true the operator changes nothing.'),
    currency: Currency.default(usualCurrency).describe('Currency of all prices, ISO 4217.'),
    pricing: Pricing.prefault({}),
    images: Images.prefault({}),
    ingress: Ingress.prefault({}),
    kafka: Kafka.prefault({}),
    database: Database.prefault({}),
    accounts: Accounts.prefault({}),
    payments: Payments.prefault({}),
    shipments: Shipments.prefault({}),
    mail: Mail.prefault({}),
    simulators: Simulators.prefault({}),
    services: z
      .strictObject(workloads)
      .prefault({})
      .describe('The services, each with its image, replicas and resources.'),
    web: workload({ cpu: '10m', memory: '32Mi', limit: '128Mi' })
      .prefault({})
      .describe('The web app’s static server.'),
    autoscaling: Autoscaling.prefault({}),
    rollout: Rollout.prefault({}),
    tracing: Tracing.prefault({}),
    monitoring: Monitoring.prefault({}),
    dapr: Dapr.prefault({}),
  })
  .meta(
    rules({
      rule: 'self.simulators.enabled || has(self.shipments.carrierUrl)',
      message:
        'shipments.carrierUrl is missing: name your shipment company, or set simulators.enabled to try the store',
    }),
  )
export type StoreSpec = z.output<typeof StoreSpec>
/** As people write it, before defaults. */
export type StoreSpecInput = z.input<typeof StoreSpec>
