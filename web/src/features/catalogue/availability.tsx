const fewLeft = 5

interface AvailabilityProps {
  available: number
  /** Whether it is said as well that there are enough. */
  always?: boolean
}

/** Says how many are left where that matters to the shopper. */
export function Availability({ available, always = false }: AvailabilityProps) {
  if (available <= 0) return <span className="text-trouble">Sold out</span>
  if (available <= fewLeft) return <span className="text-now-strong">Only {available} left</span>
  return always ? <span className="text-accent">In stock</span> : null
}
