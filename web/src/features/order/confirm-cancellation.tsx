import type { Order } from '@aos/contracts/http'
import type { Ref } from 'react'
import { orderLater as words } from '../../shared/messages/order-later.ts'
import { Button } from '../../shared/ui/button.tsx'
import { moneyIfCancelled } from './money-if-cancelled.ts'

interface ConfirmCancellationProps {
  ref: Ref<HTMLDialogElement>
  order: Order
  onConfirm(): void
}

/** The browser keeps the focus inside, closes it with Escape, and gives the focus back. */
export const ConfirmCancellation = ({ ref, order, onConfirm }: ConfirmCancellationProps) => (
  <dialog
    ref={ref}
    role="alertdialog"
    aria-labelledby="confirm-title"
    aria-describedby="confirm-text"
    className="card m-auto w-[min(28rem,calc(100vw-2.5rem))] p-7 text-ink shadow-2xl backdrop:bg-scrim"
  >
    <h2 id="confirm-title" className="text-2xl font-semibold">
      {order.cancellable ? words.cancellation.question : words.cancellation.tooLate}
    </h2>
    <p id="confirm-text" className="mt-3 text-muted">
      {order.cancellable ? moneyIfCancelled(order) : words.cancellation.tooLateText}
    </p>
    <form method="dialog" className="mt-7 flex flex-wrap justify-end gap-3 max-sm:*:w-full">
      <Button look="quiet" type="submit">
        {order.cancellable ? words.cancellation.keep : words.cancellation.close}
      </Button>
      {order.cancellable && (
        <Button look="danger" onClick={onConfirm}>
          {words.cancellation.confirm}
        </Button>
      )}
    </form>
  </dialog>
)
