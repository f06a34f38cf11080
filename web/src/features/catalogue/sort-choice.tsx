import type { ProductOrder } from '@aos/contracts/http'
import { useId } from 'react'
import type { ListingSearch } from './listing-search.ts'

const names: Record<ProductOrder, string> = {
  relevance: 'Best match',
  name: 'Name, A to Z',
  cheapest: 'Price, lowest first',
  dearest: 'Price, highest first',
  newest: 'Newest first',
}

interface SortChoiceProps {
  search: ListingSearch
  onChange: (sort: ProductOrder | undefined) => void
}

export function SortChoice({ search, onChange }: SortChoiceProps) {
  const id = useId()
  const usual = search.q ? 'relevance' : 'name'
  const choices = (Object.keys(names) as ProductOrder[]).filter((sort) => search.q || sort !== 'relevance')
  return (
    <div>
      <label htmlFor={id} className="mb-2 block text-sm font-semibold">
        Sort by
      </label>
      <select
        id={id}
        value={search.sort ?? usual}
        onChange={({ target }) =>
          onChange(target.value === usual ? undefined : (target.value as ProductOrder))
        }
        className="field-box"
      >
        {choices.map((sort) => (
          <option key={sort} value={sort}>
            {names[sort]}
          </option>
        ))}
      </select>
    </div>
  )
}
