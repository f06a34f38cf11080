import { Construct } from 'constructs'
import type { Phase } from '../store.ts'
import { resource, StoreChart, selectorOf } from './store-chart.ts'

/** A node that is drained takes one pod of a part at a time. */
export class DisruptionBudget extends Construct {
  constructor(scope: Construct, part: string, phase: Phase) {
    super(scope, `budget-${part}`)
    resource(this, {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      name: part,
      part,
      phase,
      spec: {
        maxUnavailable: 1,
        // A pod that does not work may go at any time.
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
        selector: { matchLabels: selectorOf(StoreChart.of(scope).store, part) },
      },
    })
  }
}
