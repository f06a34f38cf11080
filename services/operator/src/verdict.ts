import type { GeneratedSecret } from '@aos/cdk8s/generated-secrets'
import type { StoreStatus } from '@aos/cdk8s/store-status'
import type { Change } from './drift.ts'
import type { KubeObject } from './objects.ts'
import type { Conditions } from './store-resource.ts'

export type Action =
  | { do: 'apply'; object: KubeObject; live: KubeObject | undefined; why: Change }
  | { do: 'generate'; secret: GeneratedSecret; live: KubeObject | undefined }
  | { do: 'delete'; object: KubeObject; why: string }

/** What a look at a store led to: what to do, what to say, and when to look again even if nothing happens. */
export interface Verdict {
  actions: Action[]
  conditions: Conditions
  rollout?: StoreStatus['rollout']
  /** The target became ready just now. */
  isGood?: boolean
  /** The spec did not become ready in time, and the last good one takes its place. */
  hasFailed?: boolean
  againInMs?: number
}

interface Words {
  reason: string
  message: string
}

type Condition = Conditions['Ready']

export const yes = (reason: string, message: string): Condition => ({ status: 'True', reason, message })
export const no = (reason: string, message: string): Condition => ({ status: 'False', reason, message })

/** Nothing is written, and nothing will be until somebody changes something. */
export const refused = ({ reason, message }: Words): Verdict => ({
  actions: [],
  conditions: {
    Ready: no(reason, message),
    Progressing: no(reason, message),
    Degraded: yes(reason, message),
  },
})
