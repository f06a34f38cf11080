import type { Handler, Subscriptions } from '@aos/chassis/inbox'
import type { AnyMessage } from '@aos/contracts/messages'
import type { ServiceName } from '@aos/contracts/services'
import { subscribedTopics } from '@aos/contracts/topics'

export interface Recorder<S extends ServiceName> {
  /** What was handled, in that order; may hold what a rolled back transaction saw. */
  seen: AnyMessage[]
  subscriptions: Subscriptions<S>
}

/** Handlers for everything that may reach a service, which only note it, after `before` had its say. */
export function recorderFor<S extends ServiceName>(
  service: S,
  before: (messages: AnyMessage[]) => unknown = () => {},
): Recorder<S> {
  const seen: AnyMessage[] = []
  const note: Handler = async (_, messages) => {
    await before(messages)
    seen.push(...messages)
    return []
  }
  const types = subscribedTopics(service).flatMap(({ types }) => types)
  const subscriptions = Object.fromEntries(types.map((type) => [type, note])) as unknown as Subscriptions<S>
  return { seen, subscriptions }
}
