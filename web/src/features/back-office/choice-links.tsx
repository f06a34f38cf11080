import { Link } from '@tanstack/react-router'
import type { OfficeSearch } from './office-search.ts'

interface ChoiceLinksProps {
  label: string
  choices: readonly { text: string; search: OfficeSearch; isChosen: boolean }[]
}

/** One of a few ways to see a list. */
export const ChoiceLinks = ({ label, choices }: ChoiceLinksProps) => (
  <nav aria-label={label} className="flex w-fit flex-wrap gap-1 rounded-2xl bg-sunken p-1">
    {choices.map(({ text, search, isChosen }) => (
      <Link
        key={text}
        to="."
        search={search}
        // On a later page it is still the one that was chosen.
        activeOptions={{ exact: true }}
        aria-current={isChosen ? 'true' : undefined}
        className={`flex min-h-10 items-center rounded-xl px-4 hover:bg-surface ${
          isChosen ? 'bg-surface font-semibold text-accent' : 'font-medium'
        }`}
      >
        {text}
      </Link>
    ))}
  </nav>
)
