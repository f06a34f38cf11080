import type { Logger } from '@aos/chassis/logger'
import { ApiError } from './api-error.ts'
import type { ApiServer } from './api-server.ts'
import { carryOut } from './carry-out.ts'
import { notesOn, tell } from './events.ts'
import { gather } from './gather.ts'
import { injectorProbe } from './injector.ts'
import { pathOf, storeKind } from './kinds.ts'
import { metrics } from './metrics.ts'
import { nameOf } from './objects.ts'
import { type Plan, plan } from './plan.ts'
import { statusAfter } from './status.ts'
import type { StoreResource } from './store-resource.ts'
import { no, type Verdict, yes } from './verdict.ts'

interface Tools {
  api: ApiServer
  fence: () => void
  logger: Logger
}

/** Looks at one namespace and does the next thing there; answers when to look again even if nothing happens. */
export async function reconcile(namespace: string, tools: Tools): Promise<number | undefined> {
  const gathered = await gather(tools.api, namespace, injectorProbe(tools.api, tools.fence))
  if (!gathered) return undefined
  const waits: number[] = []
  for (const store of gathered.stores) {
    const planned = plan(gathered, store)
    if (!planned) continue
    await follow(planned, store, gathered.now, tools)
    const { againInMs } = planned.verdict
    if (againInMs !== undefined) waits.push(againInMs)
  }
  return waits.length > 0 ? Math.min(...waits) : undefined
}

/** Actions come before the status that speaks of them, so that a status never says what was not done. */
async function follow(planned: Plan, store: StoreResource, now: Date, tools: Tools): Promise<void> {
  for (const action of planned.verdict.actions) {
    try {
      await carryOut(action, store, tools)
    } catch (error) {
      if (!isRefusal(error)) throw error
      const object = action.do === 'generate' ? `Secret ${action.secret.name}` : nameOf(action.object)
      const verdict = notPossible(planned.verdict, `${action.do} ${object}: ${error.message}`)
      await report({ ...planned, verdict }, store, now, tools)
      throw error
    }
  }
  await report(planned, store, now, tools)
}

/** The API server understood and will say the same next time; people should know. */
const isRefusal = (error: unknown): error is ApiError =>
  error instanceof ApiError && [400, 403, 404, 405, 413, 415, 422].includes(error.status)

const notPossible = (verdict: Verdict, message: string): Verdict => ({
  ...verdict,
  isGood: false,
  conditions: {
    ...verdict.conditions,
    Progressing: no('ApplyFailed', message),
    Degraded: yes('ApplyFailed', message),
  },
})

async function report(
  planned: Plan,
  store: StoreResource,
  now: Date,
  { api, fence, logger }: Tools,
): Promise<void> {
  const before = store.status ?? {}
  const after = statusAfter(planned, store, now)
  if (after === before) return
  const { namespace, name } = store.metadata
  // With the version that was read: a status about a spec that changed meanwhile would be about another one.
  await api.write({
    method: 'PUT',
    path: `${pathOf(storeKind, namespace, name)}/status`,
    body: { ...store, apiVersion: storeKind.apiVersion, kind: storeKind.kind, status: after },
    fence,
  })
  metrics.apiWrites.inc({ verb: 'status', kind: storeKind.kind })
  for (const note of notesOn(before, after)) {
    logger.info({ namespace, store: name, reason: note.reason }, note.message)
    await tell(api, fence, { ...store, ...storeKind }, note).catch((err) =>
      logger.debug({ err }, 'an event could not be written'),
    )
  }
}
