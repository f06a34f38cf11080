import type { Order } from '@aos/contracts/http'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { AlertDialog } from 'radix-ui'
import { useRef } from 'react'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { cancelOrder } from './api/cancel-order.ts'
import { orderQuery } from './api/get-order.ts'

export function CancelOrderButton({ order }: { order: Order }) {
  const client = useQueryClient()
  const cancel = useMutation({
    mutationFn: () => cancelOrder(order.id),
    onSettled: () => client.invalidateQueries(orderQuery(order.id)),
  })
  const confirmed = useRef(false)

  function confirm() {
    confirmed.current = true
    cancel.mutate()
  }
  /** The button that opened the dialog is about to go; the focus must not go with it. */
  function focusHeading(event: Event) {
    if (!confirmed.current) return
    event.preventDefault()
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }

  return (
    <>
      {order.cancellable && (
        <AlertDialog.Root>
          <AlertDialog.Trigger asChild>
            <Button look="quiet" className="w-full" disabled={cancel.isPending}>
              {cancel.isPending ? 'Cancelling…' : 'Cancel order'}
            </Button>
          </AlertDialog.Trigger>
          <ConfirmDialog onConfirm={confirm} onClosed={focusHeading} />
        </AlertDialog.Root>
      )}
      {cancel.isError && (
        <Notice alert tone="trouble" title="It could not be cancelled">
          {cancel.error.message}
        </Notice>
      )}
    </>
  )
}

interface ConfirmDialogProps {
  onConfirm(): void
  onClosed(event: Event): void
}

const ConfirmDialog = ({ onConfirm, onClosed }: ConfirmDialogProps) => (
  <AlertDialog.Portal>
    <AlertDialog.Overlay className="fixed inset-0 bg-scrim" />
    <AlertDialog.Content
      onCloseAutoFocus={onClosed}
      className="card fixed top-1/2 left-1/2 w-[min(28rem,calc(100vw-2.5rem))] -translate-x-1/2 -translate-y-1/2 p-7 shadow-2xl"
    >
      <AlertDialog.Title className="text-2xl font-semibold">Cancel this order?</AlertDialog.Title>
      <AlertDialog.Description className="mt-3 text-muted">
        If the parcel has not left yet, nothing is sent, and whatever you paid comes back to you in full.
      </AlertDialog.Description>
      <div className="mt-7 flex flex-wrap justify-end gap-3">
        <AlertDialog.Cancel asChild>
          <Button look="quiet">Keep it</Button>
        </AlertDialog.Cancel>
        <AlertDialog.Action asChild>
          <Button look="danger" onClick={onConfirm}>
            Yes, cancel it
          </Button>
        </AlertDialog.Action>
      </div>
    </AlertDialog.Content>
  </AlertDialog.Portal>
)
