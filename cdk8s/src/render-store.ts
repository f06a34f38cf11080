import { serviceNames, servicesWithDatabase } from '@aos/contracts/services'
import type { ApiObject } from 'cdk8s'
import { CloudNativePg } from './constructs/cloudnativepg.ts'
import { Dapr } from './constructs/dapr.ts'
import { DaprService } from './constructs/dapr-service.ts'
import { Databases } from './constructs/databases.ts'
import { HttpRoutes } from './constructs/http-route.ts'
import { Ingress } from './constructs/ingress.ts'
import { KafkaSingle } from './constructs/kafka-single.ts'
import { Migration } from './constructs/migration.ts'
import { isMonitored, Monitor } from './constructs/monitor.ts'
import { NetworkPolicies } from './constructs/network-policy.ts'
import { PostgresSingle } from './constructs/postgres-single.ts'
import { Simulator } from './constructs/simulators.ts'
import { StoreChart } from './constructs/store-chart.ts'
import { Strimzi } from './constructs/strimzi.ts'
import { TopicsJob } from './constructs/topics-job.ts'
import { Web } from './constructs/web.ts'
import { missing } from './missing.ts'
import type { Store, Surroundings } from './store.ts'

export { type Phase, phases, type Store, type Surroundings } from './store.ts'

/**
 * Every resource of a store, and the only place where that is said: whoever applies them finds by the
 * label `aos.dev/phase` what has to be there first.
 *
 * @throws Error that names the remedy, when the spec asks for what the cluster does not have.
 */
export function renderStore(store: Store, surroundings: Surroundings): ApiObject[] {
  const faults = missing(store, surroundings)
  if (faults.length > 0) throw new Error(faults.join('; '))
  const { spec } = store
  const chart = new StoreChart(store, surroundings)

  new NetworkPolicies(chart)
  const dapr = new Dapr(chart)

  if (spec.database.type === 'single') new PostgresSingle(chart)
  if (spec.database.type === 'cloudnativepg') new CloudNativePg(chart)
  new Databases(chart)
  if (spec.kafka.type === 'single') new KafkaSingle(chart)
  if (spec.kafka.type === 'strimzi') new Strimzi(chart)
  else new TopicsJob(chart)
  if (spec.simulators.enabled)
    for (const name of ['payment-broker', 'carrier', 'mailbox'] as const) new Simulator(chart, name)

  for (const name of servicesWithDatabase) new Migration(chart, name)
  for (const name of serviceNames) new DaprService(chart, name, dapr)
  if (isMonitored(store, surroundings)) for (const name of serviceNames) new Monitor(chart, name)

  new Web(chart)
  if (spec.ingress.type === 'Ingress') new Ingress(chart)
  else new HttpRoutes(chart)

  return chart.objects
}
