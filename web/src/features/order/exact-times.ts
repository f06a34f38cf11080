import { dateFormat } from '../../shared/format.ts'
import { region } from '../../shared/messages/locale.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const tenths = new Intl.NumberFormat(region, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const clock = dateFormat({
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
})

/** As operators want to know it. */
export const clockText = (at: string): string => clock.format(new Date(at))

/** How long after the order was placed. */
export function sinceText(ms: number): string {
  if (ms < SECOND) return `+${ms} ms`
  if (ms < MINUTE) return `+${tenths.format(ms / SECOND)} s`
  if (ms < HOUR) return `+${Math.floor(ms / MINUTE)} min ${Math.floor((ms % MINUTE) / SECOND)} s`
  return `+${Math.floor(ms / HOUR)} h ${Math.floor((ms % HOUR) / MINUTE)} min`
}
