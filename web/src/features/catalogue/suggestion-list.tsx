import { shell } from '../../shared/messages/shell.ts'
import { Picture } from '../../shared/ui/picture.tsx'
import { Price } from '../../shared/ui/price.tsx'
import type { Suggestion } from './suggestions.ts'

interface SuggestionListProps {
  id: string
  suggestions: Suggestion[]
  active: number
  onChoose: (suggestion: Suggestion) => void
}

export const SuggestionList = ({ id, suggestions, active, onChoose }: SuggestionListProps) => (
  <div
    id={id}
    role="listbox"
    aria-label={shell.search.suggestions}
    hidden={suggestions.length === 0}
    className="card absolute inset-x-0 top-full z-20 mt-2 overflow-hidden p-1.5 shadow-lg"
  >
    {suggestions.map((suggestion, index) => (
      // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the focus stays in the field, whose keys choose.
      <div
        key={suggestion.id}
        id={`${id}-${index}`}
        role="option"
        aria-selected={index === active}
        // The field would lose the focus, and the list would be gone before the click.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onChoose(suggestion)}
        className="flex min-h-12 cursor-pointer items-center gap-3 rounded-xl px-2.5 py-1.5 leading-snug hover:bg-sunken aria-selected:bg-sunken aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-accent"
      >
        {suggestion.product && <Picture src={suggestion.product.picture} className="max-w-10 rounded-lg" />}
        <span className="min-w-0 grow [overflow-wrap:anywhere]">{suggestion.name}</span>
        <span className="text-sm text-muted">
          {suggestion.product ? <Price of={suggestion.product.price} /> : shell.search.category}
        </span>
      </div>
    ))}
  </div>
)
