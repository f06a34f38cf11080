import type { Ref } from 'react'
import { Button } from '../../shared/ui/button.tsx'
import { Picture } from '../../shared/ui/picture.tsx'

interface ConfirmRemovalProps {
  ref: Ref<HTMLDialogElement>
  address: string | undefined
  onConfirm: () => void
}

/** The browser keeps the focus inside, closes it with Escape, and gives the focus back. */
export const ConfirmRemoval = ({ ref, address, onConfirm }: ConfirmRemovalProps) => (
  <dialog
    ref={ref}
    role="alertdialog"
    aria-labelledby="removal-title"
    aria-describedby="removal-text"
    className="card m-auto w-[min(28rem,calc(100vw-2.5rem))] p-7 text-ink shadow-2xl backdrop:bg-scrim"
  >
    <h2 id="removal-title" className="text-2xl font-semibold">
      Remove this picture?
    </h2>
    <Picture src={address} className="mt-4 max-w-40 rounded-2xl" />
    <p id="removal-text" className="mt-3 text-muted">
      The shop keeps no copy of it: to show it again, somebody has to upload it.
    </p>
    <form method="dialog" className="mt-7 flex flex-wrap justify-end gap-3 max-sm:*:w-full">
      <Button look="quiet" type="submit">
        Keep it
      </Button>
      <Button look="danger" type="submit" onClick={onConfirm}>
        Remove it
      </Button>
    </form>
  </dialog>
)
