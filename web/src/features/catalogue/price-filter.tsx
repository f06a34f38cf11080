import type { ProductPage } from '@aos/contracts/http'
import { type FormEvent, useEffect, useId, useRef } from 'react'
import { money } from '../../shared/format.ts'
import { listing } from '../../shared/messages/listing.ts'
import { Button } from '../../shared/ui/button.tsx'
import type { ListingSearch } from './listing-search.ts'

interface PriceFilterProps {
  search: ListingSearch
  /** Of what there is, at any price. */
  prices: ProductPage['prices']
  onChange: (range: Pick<ListingSearch, 'min' | 'max'>) => void
}

export function PriceFilter({ search: { min, max }, prices, onChange }: PriceFilterProps) {
  const range = useId()
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [from, to] = [amountIn(form.get('min')), amountIn(form.get('max'))]
    const isSwapped = from !== undefined && to !== undefined && from > to
    onChange({ min: isSwapped ? to : from, max: isSwapped ? from : to } as Pick<ListingSearch, 'min' | 'max'>)
  }
  return (
    <form onSubmit={submit}>
      <fieldset aria-describedby={range}>
        <legend className="mb-2 text-sm font-semibold">{listing.price}</legend>
        <div className="grid grid-cols-2 gap-2">
          <PriceField label={listing.from} name="min" value={min} />
          <PriceField label={listing.to} name="max" value={max} />
        </div>
        {prices && (
          <p id={range} className="mt-2 text-sm text-muted">
            {listing.range(money(prices.lowest), money(prices.highest))}
          </p>
        )}
      </fieldset>
      <Button type="submit" look="quiet" className="mt-3 w-full">
        {listing.apply}
      </Button>
    </form>
  )
}

interface PriceFieldProps {
  label: string
  name: string
  value: number | undefined
}

function PriceField({ label, name, value }: PriceFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  // What the address says; in the same field, which would lose the focus otherwise.
  useEffect(() => {
    if (input.current) input.current.value = String(value ?? '')
  }, [value])
  return (
    <label className="text-sm text-muted">
      {label}
      <input
        ref={input}
        name={name}
        type="number"
        inputMode="decimal"
        min={0}
        max={20_000_000}
        step="any"
        className="field-box mt-1 text-ink tabular-nums"
      />
    </label>
  )
}

function amountIn(value: FormDataEntryValue | null): number | undefined {
  const text = String(value ?? '').trim()
  return text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text)
}
