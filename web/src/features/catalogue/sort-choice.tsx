import type { ProductOrder } from '@aos/contracts/http'
import { useId } from 'react'
import { listing } from '../../shared/messages/listing.ts'
import type { ListingSearch } from './listing-search.ts'

interface SortChoiceProps {
  search: ListingSearch
  onChange: (sort: ProductOrder | undefined) => void
}

export function SortChoice({ search, onChange }: SortChoiceProps) {
  const id = useId()
  const names: Record<ProductOrder, string> = listing.sorts
  const usual = search.q ? 'relevance' : 'name'
  const choices = (Object.keys(names) as ProductOrder[]).filter((sort) => search.q || sort !== 'relevance')
  return (
    <div>
      <label htmlFor={id} className="mb-2 block text-sm font-semibold">
        {listing.sortBy}
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
