import type { ReactNode } from 'react'

interface ChoiceCardProps {
  /** Of the group that it belongs to. */
  name: string
  value: string
  checked: boolean
  onChoose(): void
  title: string
  hint?: string | undefined
  /** At the end of its line. */
  aside?: ReactNode
}

/** One of a few things to choose from, large enough for a thumb. */
export const ChoiceCard = ({ name, value, checked, onChoose, title, hint, aside }: ChoiceCardProps) => (
  <label
    className={`flex min-h-16 items-center gap-4 rounded-2xl border px-5 py-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent ${
      checked ? 'border-accent bg-accent-soft' : 'border-strong-line bg-surface'
    }`}
  >
    <input
      type="radio"
      name={name}
      value={value}
      checked={checked}
      onChange={onChoose}
      className="size-5 shrink-0 accent-accent focus-visible:outline-none"
    />
    <span className="grow leading-snug">
      <span className="font-semibold">{title}</span>
      {hint && <span className="block text-sm text-muted">{hint}</span>}
    </span>
    {aside}
  </label>
)
