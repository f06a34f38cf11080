import type { Order } from '@aos/contracts/http'
import { statusWords } from './order-words.ts'

const tones = {
  going: 'bg-now-soft border-now/35',
  good: 'bg-accent-soft border-accent/25',
  trouble: 'bg-trouble-soft border-trouble/35',
}

/** The region stays and its words change, so that a screen reader reads each change. */
export function OrderStatus({ order }: { order: Order }) {
  const { headline, text, tone } = statusWords(order)
  return (
    <div
      role="status"
      data-status={order.status}
      className={`rounded-3xl border p-6 transition-colors duration-500 sm:p-8 ${tones[tone]}`}
    >
      <p className="font-display text-3xl leading-tight font-semibold tracking-tight text-balance sm:text-4xl">
        {headline}
      </p>
      <p className="mt-2 text-lg">{text}</p>
      {tone === 'good' && order.trackingNumber && (
        <p className="mt-3">
          Tracking number <strong className="font-mono">{order.trackingNumber}</strong>
        </p>
      )}
    </div>
  )
}
