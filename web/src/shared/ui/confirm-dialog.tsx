import { type ReactNode, type Ref, useId } from 'react'
import { Button } from './button.tsx'

interface ConfirmDialogProps {
  ref: Ref<HTMLDialogElement>
  title: string
  /** What it means. */
  children: ReactNode
  keep: string
  /** Undefined where there is nothing to confirm any more. */
  confirm: string | undefined
  /** Closes it, and moves the focus where the button that opened it may go. */
  onConfirm(): void
}

/** The browser keeps the focus inside, closes it with Escape, and gives the focus back. */
export function ConfirmDialog({ ref, title, children, keep, confirm, onConfirm }: ConfirmDialogProps) {
  const id = useId()
  return (
    <dialog
      ref={ref}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      className="card m-auto w-[min(28rem,calc(100vw-2.5rem))] p-7 text-ink shadow-2xl backdrop:bg-scrim"
    >
      <h2 id={`${id}-title`} className="text-2xl font-semibold">
        {title}
      </h2>
      <div id={`${id}-text`} className="mt-3 text-muted">
        {children}
      </div>
      <form method="dialog" className="mt-7 flex flex-wrap justify-end gap-3 max-sm:*:w-full">
        <Button look="quiet" type="submit">
          {keep}
        </Button>
        {confirm && (
          <Button look="danger" onClick={onConfirm}>
            {confirm}
          </Button>
        )}
      </form>
    </dialog>
  )
}
