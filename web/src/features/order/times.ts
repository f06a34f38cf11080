const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const clock = new Intl.DateTimeFormat('en-IE', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
})
const day = new Intl.DateTimeFormat('en-IE', { dateStyle: 'long', timeStyle: 'short' })

export const clockText = (at: string): string => clock.format(new Date(at))
const shortClock = new Intl.DateTimeFormat('en-IE', { hour: '2-digit', minute: '2-digit' })
const shortDay = new Intl.DateTimeFormat('en-IE', { day: 'numeric', month: 'short' })

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
  if (ms < MINUTE) return `+${(ms / SECOND).toFixed(1)} s`
  if (ms < HOUR) return `+${Math.floor(ms / MINUTE)} min ${Math.floor((ms % MINUTE) / SECOND)} s`
  return `+${Math.floor(ms / HOUR)} h ${Math.floor((ms % HOUR) / MINUTE)} min`
}
