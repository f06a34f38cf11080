import type { ServiceName } from '@aos/contracts/services'
import { Construct } from 'constructs'
import type { KafkaAccess } from '../kafka-access.ts'
import type { Phase } from '../store.ts'
import { resource } from './store-chart.ts'

/** How KEDA signs in to Kafka to ask how far a service is: as the service itself. */
export class LagReader extends Construct {
  constructor(
    scope: Construct,
    { service, phase, kafka }: { service: ServiceName; phase: Phase; kafka: KafkaAccess },
  ) {
    super(scope, 'lag-reader')
    const { sasl, ca, tls } = kafka
    const own = sasl?.users === 'one each'
    const secret = sasl && sasl.users !== 'one each' ? sasl.users.secret : service
    const common = { name: service, part: service, phase }
    // KEDA reads a user's name only from where it could be secret.
    if (own) resource(this, { apiVersion: 'v1', kind: 'ConfigMap', ...common, data: { username: service } })
    const fromSecret = [
      ...(sasl ? [{ parameter: 'password', name: secret, key: 'password' }] : []),
      ...(sasl && !own ? [{ parameter: 'username', name: secret, key: 'username' }] : []),
      ...(tls && ca ? [{ parameter: 'ca', name: ca.secret, key: ca.key }] : []),
    ]
    resource(this, {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'TriggerAuthentication',
      ...common,
      spec: {
        secretTargetRef: fromSecret,
        ...(own && { configMapTargetRef: [{ parameter: 'username', name: service, key: 'username' }] }),
      },
    })
  }
}
