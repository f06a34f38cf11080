const fewLeft = 5

/** Says how many are left where that matters to the shopper. */
export function Availability({ available }: { available: number }) {
  if (available <= 0) return <span className="text-trouble">Sold out</span>
  if (available <= fewLeft) return <span className="text-muted">Only {available} left</span>
  return null
}
