import { daprComponents, type ServiceName } from '@aos/contracts/services'
import { subscribedTopics } from '@aos/contracts/topics'
import { bodyParser } from '@koa/bodyparser'
import type Router from '@koa/router'
import type { Inbox } from './inbox.ts'
import type { Lifecycle } from './lifecycle.ts'

/**
 * Kafka in, as Dapr delivers it. DaprServer of the SDK is not used: it wants Express, hides the
 * CloudEvent's id and type, and reports success when a handler throws, which loses the message.
 * This is the only file that knows SUCCESS, RETRY and DROP. An answer other than 200 would make daprd
 * drop (404) or repeat (the rest) the whole batch, so every delivery is answered with 200 and a status
 * for each entry. DROP is never said: the inbox keeps what it cannot accept as a dead letter.
 */
const BULK = { enabled: true, maxMessagesCount: 100, maxAwaitDurationMs: 10 }

interface BulkDelivery {
  /** The bytes as Kafka had them, in base64. */
  entries: { entryId: string; event: string }[]
}

export function deliverTo(inbox: Inbox, router: Router, service: ServiceName, lifecycle: Lifecycle): void {
  const topics = subscribedTopics(service).map(({ name }) => name)
  const isJson = () => true

  router.get('/dapr/subscribe', (ctx) => {
    ctx.body = topics.map((topic) => ({
      pubsubname: daprComponents.pubsub,
      topic,
      routes: { default: `/messages/${topic}` },
      bulkSubscribe: BULK,
      // Otherwise daprd parses each event itself, and one that is not JSON is dropped without a word or,
      // at the end of a batch, holds its partition for ever.
      metadata: { rawPayload: 'true' },
    }))
  })

  for (const topic of topics)
    router.post(`/messages/${topic}`, bodyParser({ detectJSON: isJson, jsonLimit: '32mb' }), async (ctx) => {
      const { entries } = ctx.request.body as BulkDelivery
      const accepted = lifecycle.isStopping
        ? entries.map(() => false)
        : await inbox.receive(
            topic,
            entries.map(({ event }) => parse(Buffer.from(event, 'base64').toString())),
          )
      ctx.body = {
        statuses: entries.map(({ entryId }, i) => ({ entryId, status: accepted[i] ? 'SUCCESS' : 'RETRY' })),
      }
    })
}

/** What is not JSON stays text, which the inbox can keep but never accept. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
