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
const day = dateFormat({ dateStyle: 'long', timeStyle: 'short' })

export const clockText = (at: string): string => clock.format(new Date(at))
const shortClock = dateFormat({ hour: '2-digit', minute: '2-digit' })
const shortDay = dateFormat({ day: 'numeric', month: 'short' })

/** As a shopper wants to know it: the day only where it is another one than that of `since`. */
export function timeText(at: string, since: string): string {
  const date = new Date(at)
  const time = shortClock.format(date)
  return date.toDateString() === new Date(since).toDateString() ? time : `${shortDay.format(date)}, ${time}`
}

export const dayText = (at: string): string => day.format(new Date(at))

/** How long after the order was placed. */
export function sinceText(ms: number): string {
  if (ms < SECOND) return `+${ms} ms`
  if (ms < MINUTE) return `+${tenths.format(ms / SECOND)} s`
  if (ms < HOUR) return `+${Math.floor(ms / MINUTE)} min ${Math.floor((ms % MINUTE) / SECOND)} s`
  return `+${Math.floor(ms / HOUR)} h ${Math.floor((ms % HOUR) / MINUTE)} min`
}
