import { Construct } from 'constructs'
import { resource } from './store-chart.ts'

/** An identity of its own for a part of the store, without a token: none of them talks to the API server. */
export class ServiceAccount extends Construct {
  constructor(scope: Construct, part: string) {
    super(scope, `account-${part}`)
    resource(this, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      name: part,
      part,
      phase: 'foundation',
      automountServiceAccountToken: false,
    })
  }
}
