import { serve } from '@aos/chassis/serve'
import type { Resources } from '@aos/chassis/service'
import type { PaymentMethod } from '@aos/contracts/payment-methods'
import type { BrokerNews } from './broker.ts'

export function paymentsRoutes(
  router: Resources['router'],
  {
    readEvent,
    hear,
    methods,
  }: {
    readEvent: (rawBody: string, signature: string) => BrokerNews | undefined
    hear: (news: BrokerNews) => Promise<void>
    methods: PaymentMethod[]
  },
): void {
  serve(router, 'listPaymentMethods', async () => methods)

  serve(router, 'paymentBrokerWebhook', async ({ ctx }) => {
    const news = readEvent(ctx.request.rawBody ?? '', ctx.get('stripe-signature'))
    if (news) await hear(news)
  })
}
