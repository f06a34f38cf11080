import type { Store } from '../store.ts'
import { selectorOf } from './store-chart.ts'

/** Pods of a part are on different nodes where there are several. */
export const spread = (store: Store, part: string) => ({
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: selectorOf(store, part) },
    },
  ],
})
