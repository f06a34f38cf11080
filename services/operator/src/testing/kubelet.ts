import type { ApiServer } from '../api-server.ts'
import { pathOf, podKind } from '../kinds.ts'
import { conditionOf, fieldOf, type KubeObject } from '../objects.ts'
import type { Call } from './api-proxy.ts'

/** No scheduler has this name: pods of it go to no node, and the test says how they are. */
const NOBODY = 'nobody-but-the-test'

/** Of what the operator applies, makes pods that only the test looks after. */
export function forNoNode({ body, method, path }: Call): string {
  if (method !== 'PATCH' || !/\/(deployments|statefulsets|jobs)\/[^/]+$/.test(path)) return body
  const object = JSON.parse(body)
  object.spec.template.spec.schedulerName = NOBODY
  return JSON.stringify(object)
}

type Fate = 'ready' | 'done' | 'broken' | 'pending'

/**
 * Plays the kubelet of one namespace, so that workloads become ready within moments and as the test wishes,
 * with the API server and all of its controllers real.
 */
export class Kubelet {
  readonly #api: ApiServer
  readonly #namespace: string
  readonly #stop = new AbortController()
  #running: Promise<void> = Promise.resolve()
  #fate: (pod: KubeObject) => Fate = naturalFate

  constructor(api: ApiServer, namespace: string) {
    this.#api = api
    this.#namespace = namespace
  }

  start(): void {
    this.#running = this.#run()
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    await this.#running
  }

  /** Services whose image has this in it do not come up. */
  breakPodsWith(part: string): void {
    this.#fate = (pod) =>
      JSON.stringify(pod.spec).includes(part) && !isOfJob(pod) ? 'broken' : naturalFate(pod)
  }

  mendAll(): void {
    this.#fate = naturalFate
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const pods = await this.#api.list(pathOf(podKind, this.#namespace)).catch(() => [])
      for (const pod of pods) await this.#lookAfter(pod).catch(() => undefined)
      await new Promise((done) => setTimeout(done, 150))
    }
  }

  async #lookAfter(pod: KubeObject): Promise<void> {
    if (fieldOf(pod, 'spec', 'schedulerName') !== NOBODY || pod.metadata.deletionTimestamp) return
    const fate = this.#fate(pod)
    if (fate === 'pending' || fate === fateOf(pod)) return
    await this.#api.write({
      method: 'PATCH',
      path: `${pathOf(podKind, this.#namespace, pod.metadata.name)}/status`,
      contentType: 'application/merge-patch+json',
      body: { status: statusFor(fate, pod) },
    })
  }
}

const isOfJob = (pod: KubeObject): boolean =>
  pod.metadata.ownerReferences?.some(({ kind }) => kind === 'Job') ?? false
const naturalFate = (pod: KubeObject): Fate => (isOfJob(pod) ? 'done' : 'ready')

function fateOf(pod: KubeObject): Fate {
  if (fieldOf(pod, 'status', 'phase') === 'Succeeded') return 'done'
  if (conditionOf(pod, 'Ready')?.status === 'True') return 'ready'
  return fieldOf<object[]>(pod, 'status', 'containerStatuses') ? 'broken' : 'pending'
}

function statusFor(fate: Fate, pod: KubeObject) {
  const isReady = fate === 'ready'
  const containers = fieldOf<{ name: string; image: string }[]>(pod, 'spec', 'containers') ?? []
  const lastTransitionTime = new Date().toISOString()
  return {
    phase: fate === 'done' ? 'Succeeded' : isReady ? 'Running' : 'Pending',
    conditions: [
      { type: 'PodScheduled', status: 'True', lastTransitionTime },
      { type: 'Ready', status: isReady ? 'True' : 'False', lastTransitionTime },
    ],
    containerStatuses: containers.map(({ name, image }) => ({
      name,
      image,
      imageID: '',
      ready: isReady,
      restartCount: 0,
      state: stateFor(fate, lastTransitionTime),
    })),
  }
}

function stateFor(fate: Fate, time: string) {
  if (fate === 'ready') return { running: { startedAt: time } }
  if (fate === 'done')
    return { terminated: { exitCode: 0, reason: 'Completed', startedAt: time, finishedAt: time } }
  return { waiting: { reason: 'ImagePullBackOff', message: 'back-off pulling image' } }
}
