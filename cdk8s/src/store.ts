import type { StoreSpec } from './store-spec.ts'

export interface Store {
  name: string
  namespace: string
  spec: StoreSpec
}

/** What the cluster has, and what else a rendering depends on; found out by the operator, declared for GitOps. */
export interface Surroundings {
  keda: boolean
  podMonitors: boolean
  gatewayApi: boolean
  /** Secret name → something that changes with its content, so that whoever uses it is started anew. */
  secretRevisions: Record<string, string>
}

/** The order of an upgrade: what is of one phase is there and ready before the next one is applied. */
export const phases = ['foundation', 'platform', 'migrations', 'services', 'gateway', 'web'] as const
export type Phase = (typeof phases)[number]

export const PHASE_LABEL = 'aos.dev/phase'
export const STORE_LABEL = 'aos.dev/store'
