import { ApiError } from './api-error.ts'
import type { ApiServer } from './api-server.ts'
import { lacksSidecar } from './culprit.ts'
import { pathOf, podKind } from './kinds.ts'
import { fieldOf, type KubeObject } from './objects.ts'

export type InjectorProbe = (pod: KubeObject) => Promise<boolean>

/**
 * Whether Dapr's injector is back, asked of the only one who knows: the API server is told to make the same
 * pod again, as a trial that is not kept, and what would be made has a sidecar or has not.
 */
export function injectorProbe(api: ApiServer, fence: () => void): InjectorProbe {
  return async (pod) => {
    const { labels, annotations, namespace } = pod.metadata
    const { nodeName: _, ...spec } = fieldOf<Record<string, unknown>>(pod, 'spec') ?? {}
    const metadata = { generateName: 'sidecar-trial-', namespace, labels, annotations }
    const body = { apiVersion: 'v1', kind: 'Pod', metadata, spec }
    const path = pathOf(podKind, namespace)
    try {
      return !lacksSidecar(await api.write({ method: 'POST', path, query: { dryRun: 'All' }, body, fence }))
    } catch (error) {
      // Refused, or the injector does not answer: either way no pod would be better off for being deleted.
      if (error instanceof ApiError) return false
      throw error
    }
  }
}
