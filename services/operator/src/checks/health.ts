import { lacksSidecar } from '../culprit.ts'
import type { KubeObject } from '../objects.ts'
import type { Conditions } from '../store-resource.ts'
import { no, yes } from '../verdict.ts'
import type { Part, View } from '../view.ts'

const MOST_NAMED = 3

/** Names the culprits, but not all of forty. */
export function troubles(parts: Part[]): string {
  // A pod that says what is wrong says most; what is not there yet only waits for others.
  const weight = ({ culprit, live }: Part) => (culprit ? 0 : live ? 1 : 2)
  const tellingFirst = [...parts].sort((a, b) => weight(a) - weight(b))
  const named = tellingFirst.slice(0, MOST_NAMED).map(({ trouble }) => trouble)
  const others = parts.length - named.length
  return others > 0 ? `${named.join('; ')}; and ${others} more` : named.join('; ')
}

export const podsWithoutSidecar = ({ pods }: View): KubeObject[] =>
  pods.filter((pod) => lacksSidecar(pod) && !pod.metadata.deletionTimestamp)

export const names = (objects: KubeObject[]): string =>
  objects.map(({ metadata }) => metadata.name).join(', ')

/** Who was the culprit: afterwards that cannot be seen any more. */
const saidWhenItFailed = ({ status }: View): string | undefined =>
  status.conditions?.find(({ type, reason }) => type === 'Degraded' && reason === 'RolledBack')?.message

/** Ready: the store is what its spec says, and works. Degraded: something of it is not as it should be. */
export function healthOf(view: View): { ready: Conditions['Ready']; degraded: Conditions['Degraded'] } {
  const { parts, target, isRolledOut, store } = view
  const broken = parts.filter(({ readiness }) => !readiness.works)
  const short = parts.filter(({ readiness }) => !readiness.isComplete)
  const isDegraded = isRolledOut && short.length > 0
  const degraded = isDegraded ? yes('NotReady', troubles(short)) : no('AsExpected', 'nothing is amiss')
  if (target.isRollback) {
    const message =
      saidWhenItFailed(view) ??
      `${String(store.spec.version)} did not become ready; ${target.spec.version} is kept`
    return { ready: no('RolledBack', message), degraded: yes('RolledBack', message) }
  }
  const bare = podsWithoutSidecar(view)
  if (bare.length > 0) {
    const message = `no Dapr sidecar in ${names(bare)}: they are made anew as soon as Dapr's injector works`
    return { ready: no('SidecarMissing', message), degraded: yes('SidecarMissing', message) }
  }
  if (!isRolledOut) return { ready: no('RollingOut', troubles(short) || 'about to be ready'), degraded }
  if (broken.length > 0) return { ready: no('NotReady', troubles(broken)), degraded }
  return { ready: yes('Ready', `version ${target.spec.version} is ready`), degraded }
}
