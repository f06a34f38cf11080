import type { KubeObject } from './objects.ts'
import { conditionOf, fieldOf } from './objects.ts'

interface ContainerState {
  name: string
  image: string
  ready?: boolean
  state?: { waiting?: Waiting; terminated?: Terminated; running?: object }
  lastState?: { terminated?: Terminated }
}
interface Waiting {
  reason?: string
  message?: string
}
interface Terminated {
  exitCode: number
  reason?: string
  message?: string
}

/** What keeps the pods of a workload from being ready, in words that stay the same while nothing changes. */
export function culpritOf(pods: KubeObject[]): string | undefined {
  const newestFirst = [...pods].sort((a, b) =>
    (b.metadata.creationTimestamp ?? '').localeCompare(a.metadata.creationTimestamp ?? ''),
  )
  for (const pod of newestFirst) {
    const reason = reasonOf(pod)
    if (reason) return reason
  }
  return undefined
}

/** The pods that a workload made: by its selector, or those of a Job by its name. */
export function podsOf(workload: KubeObject, pods: KubeObject[]): KubeObject[] {
  const labels =
    workload.kind === 'Job'
      ? { 'batch.kubernetes.io/job-name': workload.metadata.name }
      : fieldOf<Record<string, string>>(workload, 'spec', 'selector', 'matchLabels')
  if (!labels) return []
  return pods.filter(({ metadata }) =>
    Object.entries(labels).every(([name, value]) => metadata.labels?.[name] === value),
  )
}

const isReady = (pod: KubeObject): boolean => conditionOf(pod, 'Ready')?.status === 'True'
const isDone = (pod: KubeObject): boolean => fieldOf(pod, 'status', 'phase') === 'Succeeded'

function reasonOf(pod: KubeObject): string | undefined {
  if (isReady(pod) || isDone(pod)) return undefined
  if (pod.metadata.deletionTimestamp) return undefined
  const scheduled = conditionOf(pod, 'PodScheduled')
  if (scheduled?.status === 'False') return `${scheduled.reason}: ${scheduled.message}`
  if (lacksSidecar(pod)) return `pod ${pod.metadata.name} has no Dapr sidecar`
  const states = ['initContainerStatuses', 'containerStatuses'].flatMap(
    (list) => fieldOf<ContainerState[]>(pod, 'status', list) ?? [],
  )
  for (const container of states) {
    const trouble = troubleOf(container)
    if (trouble) return trouble
  }
  const unready = states.find(({ ready, state }) => !ready && state?.running)
  return unready && `${unready.name} runs but is not ready`
}

/** Waits that are only the ordinary way up. */
const ORDINARY = ['ContainerCreating', 'PodInitializing']

function troubleOf({ name, image, state, lastState }: ContainerState): string | undefined {
  const waiting = state?.waiting
  if (waiting?.reason === 'CrashLoopBackOff') return `CrashLoopBackOff ${name}${exit(lastState?.terminated)}`
  if (waiting?.reason?.includes('Image')) return `${waiting.reason} ${image}`
  if (waiting?.reason && !ORDINARY.includes(waiting.reason)) {
    return `${waiting.reason} ${name}${waiting.message ? `: ${waiting.message}` : ''}`
  }
  const ended = state?.terminated
  return ended && ended.exitCode !== 0 ? `${ended.reason ?? 'Error'} ${name}${exit(ended)}` : undefined
}

function exit(ended: Terminated | undefined): string {
  if (!ended) return ''
  const lastWords = ended.message?.trim().split('\n').at(-1)?.slice(0, 200)
  return ` (exit code ${ended.exitCode}${lastWords ? `: ${lastWords}` : ''})`
}

/** Dapr's injector may be away when a pod is made; the pod then comes up without its sidecar, and never gets one. */
export function lacksSidecar(pod: KubeObject): boolean {
  if (pod.metadata.annotations?.['dapr.io/enabled'] !== 'true') return false
  const containers = ['initContainers', 'containers'].flatMap(
    (list) => fieldOf<{ name: string }[]>(pod, 'spec', list) ?? [],
  )
  return !containers.some(({ name }) => name === 'daprd')
}
