import type { Order } from '@aos/contracts/http'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { orderLater as words } from '../../shared/messages/order-later.ts'
import { Button } from '../../shared/ui/button.tsx'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { cancelOrder } from './api/cancel-order.ts'
import { orderQuery } from './api/get-order.ts'
import { moneyIfCancelled } from './money-if-cancelled.ts'

export function Cancellation({ order }: { order: Order }) {
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const cancel = useMutation({
    mutationFn: () => cancelOrder(order.id),
    onSettled: () => client.invalidateQueries(orderQuery(order.id)),
  })

  function confirm() {
    dialog.current?.close()
    // The button that opened the dialog is about to go; the focus must not go with it.
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
    cancel.mutate()
  }

  return (
    <>
      {order.cancellable && (
        <section aria-labelledby="cancellation" className="card p-6">
          <h2 id="cancellation" className="mb-3 text-2xl font-semibold">
            {words.cancellation.heading}
          </h2>
          <p className="mb-5 text-muted">
            {words.cancellation.until} {moneyIfCancelled(order)}
          </p>
          <Button
            look="quiet"
            className="w-full"
            disabled={cancel.isPending}
            aria-haspopup="dialog"
            onClick={() => dialog.current?.showModal()}
          >
            {cancel.isPending ? words.cancellation.cancelling : words.cancellation.cancel}
          </Button>
        </section>
      )}
      {order.status === 'shipped' && <p className="px-6 text-sm text-muted">{words.cancellation.hasLeft}</p>}
      {cancel.isError && (
        <Notice alert tone="trouble" title={words.cancellation.failed}>
          {cancel.error.message}
        </Notice>
      )}
      <ConfirmDialog
        ref={dialog}
        title={order.cancellable ? words.cancellation.question : words.cancellation.tooLate}
        keep={order.cancellable ? words.cancellation.keep : words.cancellation.close}
        confirm={order.cancellable ? words.cancellation.confirm : undefined}
        onConfirm={confirm}
      >
        {order.cancellable ? moneyIfCancelled(order) : words.cancellation.tooLateText}
      </ConfirmDialog>
    </>
  )
}
