import type { Order } from '@aos/contracts/http'
import { lazy, Suspense, useState } from 'react'

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
      <summary className="rounded-2xl px-6 py-4 font-medium text-muted hover:text-ink">For operators</summary>
      <div className="px-6">
        {isOpen && (
          <Suspense fallback={<p className="text-muted">Loading…</p>}>
            <OperatorDetails order={order} />
          </Suspense>
        )}
      </div>
    </details>
  )
}
