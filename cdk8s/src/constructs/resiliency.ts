import { daprComponents, serviceNames } from '@aos/contracts/services'
import { ApiObject } from 'cdk8s'
import { Construct } from 'constructs'
import { DAPR } from './dapr-component.ts'

/**
 * A delivery that has to come again does so soon and without limit, so that an outage never ends in a
 * lost message. A call between services is not repeated: the caller knows better whether it may be.
 */
export class Resiliency extends Construct {
  constructor(scope: Construct, labels: Record<string, string> = {}) {
    super(scope, 'resiliency')
    new ApiObject(this, 'Resiliency', {
      apiVersion: DAPR,
      kind: 'Resiliency',
      metadata: { name: 'store', labels },
      spec: {
        policies: {
          retries: {
            untilDone: { policy: 'constant', duration: '250ms', maxRetries: -1 },
            never: { policy: 'constant', duration: '1s', maxRetries: 0 },
          },
        },
        targets: {
          components: { [daprComponents.pubsub]: { inbound: { retry: 'untilDone' } } },
          apps: Object.fromEntries(serviceNames.map((name) => [name, { retry: 'never' }])),
        },
      },
    })
  }
}
