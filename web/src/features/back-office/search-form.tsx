import { type FormEvent, useId } from 'react'
import { Icon } from '../../shared/ui/icon.tsx'

interface SearchFormProps {
  label: string
  words: string | undefined
  onSearch(words: string | undefined): void
}

export function SearchForm({ label, words = '', onSearch }: SearchFormProps) {
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSearch(String(new FormData(event.currentTarget).get('q') ?? '').trim() || undefined)
  }
  return (
    <search className="grow sm:max-w-md">
      <form onSubmit={submit}>
        <label htmlFor={id} className="mb-1.5 block text-sm font-semibold">
          {label}
        </label>
        <div className="relative">
          {/* Anew when the address says something else, as after going back. */}
          <input
            key={words}
            id={id}
            name="q"
            type="search"
            defaultValue={words}
            maxLength={100}
            className="field-box pr-12"
          />
          <button
            type="submit"
            aria-label="Search"
            className="absolute inset-y-0 right-0 grid w-12 place-items-center rounded-xl text-muted hover:text-ink"
          >
            <Icon name="search" />
          </button>
        </div>
      </form>
    </search>
  )
}
