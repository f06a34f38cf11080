import { digest } from '@aos/cdk8s/digest'
import type { StoreStatus } from '@aos/cdk8s/store-status'
import { isStatus } from './api-error.ts'
import type { ApiServer } from './api-server.ts'
import { FIELD_MANAGER } from './drift.ts'
import { metrics } from './metrics.ts'
import type { KubeObject } from './objects.ts'
import { fieldOf } from './objects.ts'
import type { StoreResource } from './store-resource.ts'

interface Note {
  type: 'Normal' | 'Warning'
  reason: string
  message: string
}

type Condition = StoreStatus['conditions'][number]

/** What is worth telling: conditions whose status or reason changed. */
export function notesOn(before: Partial<StoreStatus>, after: Partial<StoreStatus>): Note[] {
  const changed = (after.conditions ?? []).filter((now) => {
    const old = before.conditions?.find(({ type }) => type === now.type)
    return old?.status !== now.status || old?.reason !== now.reason
  })
  const notes = changed.filter(isNews).map(({ type, status, reason, message }) => ({
    type: type === 'Degraded' && status === 'True' ? ('Warning' as const) : ('Normal' as const),
    reason,
    message,
  }))
  return [...new Map(notes.reverse().map((note) => [note.reason, note])).values()]
}

/** That nothing is wrong, or that Ready is not true yet, is said by the condition that it follows from. */
const isNews = ({ type, status }: Condition): boolean =>
  type === 'Ready' ? status === 'True' : status === 'True'

/**
 * Tells it as an Event of the Store. The same news has the same name, so that it is counted, not repeated;
 * an Event that cannot be written is not worth a second attempt.
 */
export async function tell(
  api: ApiServer,
  fence: () => void,
  store: StoreResource,
  note: Note,
): Promise<void> {
  const { namespace = '', name, uid } = store.metadata
  const events = `/api/v1/namespaces/${namespace}/events`
  const eventName = `${name}.${digest([uid, note])}`
  const time = new Date().toISOString()
  const { apiVersion, kind } = store
  const body = {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: eventName, namespace },
    involvedObject: { apiVersion, kind, name, namespace, uid },
    ...note,
    message: note.message.slice(0, 1024),
    source: { component: FIELD_MANAGER },
    reportingComponent: FIELD_MANAGER,
    firstTimestamp: time,
    lastTimestamp: time,
    count: 1,
  }
  metrics.apiWrites.inc({ verb: 'tell', kind: body.kind })
  try {
    await api.write({ method: 'POST', path: events, body, fence })
  } catch (error) {
    if (!isStatus(error, 409)) throw error
    const path = `${events}/${eventName}`
    const old = await api.read<KubeObject>(path)
    const count = (fieldOf<number>(old, 'count') ?? 1) + 1
    const contentType = 'application/merge-patch+json'
    await api.write({ method: 'PATCH', path, body: { count, lastTimestamp: time }, contentType, fence })
  }
}
