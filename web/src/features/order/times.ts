import { dateFormat } from '../../shared/format.ts'

const day = dateFormat({ dateStyle: 'long', timeStyle: 'short' })
const shortClock = dateFormat({ hour: '2-digit', minute: '2-digit' })
const shortDay = dateFormat({ day: 'numeric', month: 'short' })

/** As a shopper wants to know it: the day only where it is another one than that of `since`. */
export function timeText(at: string, since: string): string {
  const date = new Date(at)
  const time = shortClock.format(date)
  return date.toDateString() === new Date(since).toDateString() ? time : `${shortDay.format(date)}, ${time}`
}

export const dayText = (at: string): string => day.format(new Date(at))
