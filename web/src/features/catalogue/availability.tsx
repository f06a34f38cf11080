import { catalogue } from '../../shared/messages/catalogue.ts'

const fewLeft = 5

interface AvailabilityProps {
  available: number
  /** Whether it is said as well that there are enough. */
  always?: boolean
}

/** Says how many are left where that matters to the shopper. */
export function Availability({ available, always = false }: AvailabilityProps) {
  if (available <= 0) return <span className="text-trouble">{catalogue.soldOut}</span>
  if (available <= fewLeft) return <span className="text-now-strong">{catalogue.left(available)}</span>
  return always ? <span className="text-accent">{catalogue.inStock}</span> : null
}
