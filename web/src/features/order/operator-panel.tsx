import type { Order } from '@aos/contracts/http'
import { lazy, Suspense, useState } from 'react'
import { orderLater as words } from '../../shared/messages/order-later.ts'

const OperatorDetails = lazy(async () => ({
  default: (await import('./operator-details.tsx')).OperatorDetails,
}))

/** Shoppers seldom open it, so it comes when they do. */
export function OperatorPanel({ order }: { order: Order }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      className="card group mt-12 open:pb-6"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="rounded-2xl px-6 py-4 font-medium text-muted hover:text-ink">
        {words.operators.summary}
      </summary>
      <div className="px-6">
        {isOpen && (
          <Suspense fallback={<p className="text-muted">{words.operators.loading}</p>}>
            <OperatorDetails order={order} />
          </Suspense>
        )}
      </div>
    </details>
  )
}
