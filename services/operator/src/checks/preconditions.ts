import { nameOf } from '../objects.ts'
import { no, refused, type Verdict, yes } from '../verdict.ts'
import type { View } from '../view.ts'
import { healthOf } from './health.ts'

export function isPaused(view: View): Verdict | undefined {
  if (view.store.spec.paused !== true) return undefined
  const message = 'the operator changes nothing until spec.paused is false'
  const { ready, degraded } = healthOf(view)
  return {
    actions: [],
    // Without its rollout: the progress deadline begins anew after the pause.
    conditions: { Ready: ready, Progressing: no('Paused', message), Degraded: degraded },
  }
}

/** What to do about a missing API, by its group. */
const remedies: Record<string, string> = {
  'dapr.io': 'install Dapr',
  'kafka.strimzi.io': 'install Strimzi, or set spec.kafka.type to external or single',
  'postgresql.cnpg.io': 'install CloudNativePG, or set spec.database.type to external or single',
}

export function platformIsMissing({ parts, served }: View): Verdict | undefined {
  const unknown = [...new Set(parts.map(({ wanted }) => wanted.apiVersion))].filter(
    (each) => !served.has(each),
  )
  if (unknown.length === 0) return undefined
  const faults = unknown.map((version) => {
    const remedy = remedies[version.split('/')[0] ?? ''] ?? 'install what serves it'
    return `the cluster does not know ${version}: ${remedy}`
  })
  return { ...refused({ reason: 'PlatformMissing', message: faults.join('; ') }), againInMs: 15_000 }
}

export function namesAreTaken({ parts }: View): Verdict | undefined {
  const taken = parts.filter(({ isForeign }) => isForeign).map(({ live }) => live && nameOf(live))
  if (taken.length === 0) return undefined
  const message = `${taken.join(', ')}: there already, and not of this store; delete or rename it, or use another namespace`
  return refused({ reason: 'NameTaken', message })
}

export function secretsAreMissing(view: View): Verdict | undefined {
  if (view.missingSecrets.length === 0) return undefined
  const names = view.missingSecrets.map(({ name }) => name).join(', ')
  return {
    actions: view.missingSecrets.map((secret) => ({
      do: 'generate',
      secret,
      live: view.live.get(`Secret ${secret.name}`),
    })),
    conditions: {
      Ready: healthOf(view).ready,
      Progressing: yes('Generating', `generating secrets: ${names}`),
      Degraded: healthOf(view).degraded,
    },
    rollout: view.status.rollout,
    againInMs: 0,
  }
}
