import type { Order } from '@aos/contracts/http'
import type { ReactNode } from 'react'
import { order as words } from '../../shared/messages/order.ts'
import { shortagesIn } from './order-facts.ts'
import { statusWords, wayOn } from './order-words.ts'
import { Shortages } from './shortages.tsx'

const tones = {
  going: 'bg-now-soft border-now/35',
  good: 'bg-accent-soft border-accent/25',
  trouble: 'bg-trouble-soft border-trouble/35',
}

interface OrderStatusProps {
  order: Order
  again(order: Order): ReactNode
}

export function OrderStatus({ order, again }: OrderStatusProps) {
  const { headline, now, next, tone } = statusWords(order)
  const on = wayOn(order)
  return (
    <section
      aria-label={words.status.label}
      className={`rounded-3xl border p-6 transition-colors duration-500 sm:p-8 ${tones[tone]}`}
    >
      {/* It stays and its words change: a screen reader hears of each change, and of nothing else. */}
      <div role="status" data-status={order.status}>
        <p className="font-display text-3xl leading-tight font-semibold tracking-tight text-balance sm:text-4xl">
          {headline}
        </p>
        <p className="mt-2 max-w-prose text-lg">{now}</p>
      </div>
      <Shortages of={shortagesIn(order)} />
      {next && (
        <p className="mt-3 max-w-prose wrap-anywhere">
          <span className="font-semibold">{words.status.next}</span> {next}
        </p>
      )}
      {on && (
        <>
          <p className="mt-3 mb-5 max-w-prose">{on}</p>
          {again(order)}
        </>
      )}
    </section>
  )
}
