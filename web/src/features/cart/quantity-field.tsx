import { useState } from 'react'
import { adding } from '../../shared/messages/adding.ts'
import { Icon } from '../../shared/ui/icon.tsx'

const most = 999

interface QuantityFieldProps {
  label: string
  value: number
  onChange(quantity: number): void
}

const stepClass = 'grid size-11 place-items-center rounded-full hover:bg-sunken disabled:opacity-35'

export function QuantityField({ label, value, onChange }: QuantityFieldProps) {
  // While it is typed, the field may be empty or zero.
  const [typed, setTyped] = useState<string>()
  const commit = () => {
    const quantity = Number.parseInt(typed ?? '', 10)
    if (quantity >= 1 && quantity <= most && quantity !== value) onChange(quantity)
    setTyped(undefined)
  }
  return (
    <div className="inline-flex items-center rounded-full border border-strong-line bg-surface">
      <button
        type="button"
        className={stepClass}
        aria-label={adding.oneLess(label)}
        disabled={value <= 1}
        onClick={() => onChange(value - 1)}
      >
        <Icon name="minus" />
      </button>
      <input
        aria-label={label}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        className="h-11 w-10 rounded-md bg-transparent text-center font-semibold tabular-nums"
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      <button
        type="button"
        className={stepClass}
        aria-label={adding.oneMore(label)}
        disabled={value >= most}
        onClick={() => onChange(value + 1)}
      >
        <Icon name="plus" />
      </button>
    </div>
  )
}
