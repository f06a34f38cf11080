import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import { shell } from '../../shared/messages/shell.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { suggestionsQuery } from './api/get-suggestions.ts'
import { SuggestionList } from './suggestion-list.tsx'
import { type Suggestion, suggestionsIn } from './suggestions.ts'
import { useDebounced } from './use-debounced.ts'

const TYPING_MS = 150

/** A combobox as the ARIA practices describe it: the focus stays in the field, the arrows go through the list. */
export function SearchBox() {
  const words = shell.search
  const list = useId()
  const navigate = useNavigate()
  const { text, setText } = useSearchedText()
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const wanted = useDebounced(text.trim(), TYPING_MS)
  const { data } = useQuery({ ...suggestionsQuery(wanted), subscribed: isOpen })
  const suggestions = isOpen && text.trim().length > 1 ? suggestionsIn(data) : []
  const isShown = suggestions.length > 0

  function close() {
    setOpen(false)
    setActive(-1)
  }
  function choose(suggestion: Suggestion) {
    close()
    setText('')
    void navigate(suggestion.link)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    const chosen = suggestions[active]
    if (chosen) return choose(chosen)
    close()
    const q = text.trim()
    if (q) void navigate({ to: '/search', search: { q } })
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setOpen(true)
      // One place before the first is the field itself.
      const places = suggestions.length + 1
      setActive(((active + 1 + step + places) % places) - 1)
    } else if (event.key === 'Escape' && isShown) {
      event.preventDefault()
      close()
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is too new for the screen readers of some.
    <form role="search" action="/search" onSubmit={submit} className="relative">
      <input
        type="search"
        name="q"
        role="combobox"
        aria-label={words.inShop}
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={list}
        aria-activedescendant={isShown && active >= 0 ? `${list}-${active}` : undefined}
        placeholder={words.action}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={100}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          setOpen(true)
          setActive(-1)
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
        className="field-box rounded-full pr-12 pl-5 [&::-webkit-search-cancel-button]:hidden"
      />
      <button
        type="submit"
        aria-label={words.action}
        className="absolute top-0.5 right-0.5 grid size-11 place-items-center rounded-full hover:bg-sunken"
      >
        <Icon name="search" />
      </button>
      <SuggestionList id={list} suggestions={suggestions} active={active} onChoose={choose} />
      <span role="status" className="sr-only">
        {isShown && words.suggested(suggestions.length)}
      </span>
    </form>
  )
}

/** What is in the field: what the page shows, until somebody types something else. */
function useSearchedText() {
  const { q = '' } = useSearch({ strict: false }) as { q?: string }
  const [typed, setTyped] = useState({ text: q, during: q })
  if (typed.during !== q) setTyped({ text: q, during: q })
  return { text: typed.text, setText: (text: string) => setTyped({ text, during: q }) }
}
