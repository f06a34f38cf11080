import { Picture } from '../../shared/ui/picture.tsx'

interface ListedPictureProps {
  address: string
  /** From 1. */
  place: number
  isOnly: boolean
  disabled: boolean
  onLead: () => void
  onRemove: () => void
}

const action = 'min-h-11 underline underline-offset-4 hover:no-underline disabled:opacity-55'

export const ListedPicture = ({ address, place, isOnly, disabled, onLead, onRemove }: ListedPictureProps) => (
  <li>
    <Picture src={address} alt={`Picture ${place}`} className="rounded-2xl" />
    <div className="mt-1 flex min-h-11 flex-wrap items-center gap-x-4 text-sm">
      {place === 1 ? (
        <span className="font-medium">Shown first</span>
      ) : (
        <button
          type="button"
          aria-label={`Show first: picture ${place}`}
          className={action}
          disabled={disabled}
          onClick={onLead}
        >
          Show first
        </button>
      )}
      {!isOnly && (
        <button
          type="button"
          aria-label={`Remove picture ${place}`}
          className={action}
          disabled={disabled}
          onClick={onRemove}
        >
          Remove
        </button>
      )}
    </div>
  </li>
)
