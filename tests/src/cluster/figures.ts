import { setTimeout as sleep } from 'node:timers/promises'
import type { StoreAddress } from './cluster-store.ts'
import { Namespace } from './kubectl.ts'
import { type Operator, OperatorMetrics } from './operator-metrics.ts'
import { megabytesByPart, millicores, type Usage, usageOfPods } from './pod-usage.ts'

export interface Figures {
  /** Absent for a store that was there before. */
  secondsToReady?: number
  /** Working sets of all pods of the store. */
  storeMegabytes: Record<string, number>
  operator: { megabytes: number; millicores: number; reconciles: number; writes: number }
}

const REST_MS = 30_000
const TOUCHES = 6
const BETWEEN_MS = 2000

/** What a store and its operator cost while nobody orders. */
export async function measureAtRest(
  store: StoreAddress,
  operator: Operator,
): Promise<Omit<Figures, 'secondsToReady'>> {
  const pods = await new Namespace(operator.namespace).list('pods', operator.selector)
  const names = new Set(pods.map(({ metadata }) => metadata.name))
  const ofOperator = (all: readonly Usage[]) =>
    all.filter(({ namespace, name }) => namespace === operator.namespace && names.has(name))
  const before = await usageOfPods()
  await sleep(REST_MS)
  const after = await usageOfPods()
  return {
    storeMegabytes: megabytesByPart(
      after.filter(({ namespace, name }) => namespace === store.namespace && !names.has(name)),
    ),
    operator: {
      megabytes: sum(ofOperator(after).map(({ bytes }) => bytes / 1e6)),
      millicores: millicores(ofOperator(before), ofOperator(after)),
      ...(await countWrites(store, operator)),
    },
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** Has the operator look again and again at a store that is as it should be. */
async function countWrites({ namespace, name }: StoreAddress, operator: Operator) {
  const metrics = await OperatorMetrics.of(operator)
  try {
    const before = await metrics.read()
    for (let touch = 1; touch <= TOUCHES; touch += 1) {
      await new Namespace(namespace).run('annotate', 'store', name, `aos.dev/touched=${touch}`, '--overwrite')
      await sleep(BETWEEN_MS)
    }
    const after = await metrics.read()
    const grown = (metric: string) => (after.get(metric) ?? 0) - (before.get(metric) ?? 0)
    return {
      reconciles: grown('store_reconcile_duration_seconds_count'),
      writes: grown('store_api_writes_total'),
    }
  } finally {
    metrics.close()
  }
}

export function reportOf({ secondsToReady, storeMegabytes, operator }: Figures): string {
  const parts = Object.entries(storeMegabytes)
    .sort(([, a], [, b]) => b - a)
    .map(([part, megabytes]) => `${part} ${megabytes.toFixed(0)}`)
  return `from kubectl apply of a Store to Ready   ${secondsToReady?.toFixed(0) ?? '?'} s
memory of the whole store                ${sum(Object.values(storeMegabytes)).toFixed(0)} MB: ${parts.join(', ')}
the operator at rest                     ${operator.megabytes.toFixed(0)} MB, ${operator.millicores.toFixed(1)} millicores
API writes of the operator at rest       ${operator.writes} in ${operator.reconciles} reconciles`
}
