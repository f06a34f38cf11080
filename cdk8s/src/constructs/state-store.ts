import { daprComponents } from '@aos/contracts/services'
import { Construct } from 'constructs'
import { component, type MetadataValue } from './dapr-component.ts'

interface Props {
  /** In the words of Dapr's PostgreSQL components. */
  connection: Record<string, MetadataValue>
  labels?: Record<string, string>
}

/** Who keeps values by key. */
export const stateUsers = ['orders'] as const

/** Carts and other values that are kept by key, on PostgreSQL. */
export class StateStore extends Construct {
  constructor(scope: Construct, { connection, labels }: Props) {
    super(scope, daprComponents.state)
    component(this, daprComponents.state, {
      type: 'state.postgresql',
      version: 'v2',
      scopes: stateUsers,
      labels,
      metadata: { ...connection, keyPrefix: 'name', cleanupInterval: '10m', maxConns: '8' },
    })
  }
}
