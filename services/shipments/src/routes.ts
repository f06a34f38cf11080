import { serve } from '@aos/chassis/serve'
import type { Resources } from '@aos/chassis/service'
import { readWebhook } from './carrier-webhook.ts'
import type { RecordNews } from './record-news.ts'

export function routes(router: Resources['router'], record: RecordNews, webhookSecret: string): void {
  /** Answered once its consequences are durable; otherwise the carrier sends it again. */
  serve(router, 'carrierWebhook', async ({ ctx }) => {
    const webhook = { rawBody: ctx.request.rawBody, signature: ctx.get('carrier-signature') }
    const news = readWebhook(webhook, webhookSecret, new Date())
    if (news) await record(news)
  })
}
