/** Says one thing that happened to one part of the store; who shows it decides how. */
export type Report = (name: string, text: string) => void

export const silent: Report = () => {}

export const seconds = (sinceMs: number): string => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

/** Lets a talkative step be heard every few seconds only. */
export function everyFewSeconds(
  say: (text: string) => void,
  intervalMs = 5000,
): (text: () => string) => void {
  let last = Date.now()
  return (text) => {
    if (Date.now() - last < intervalMs) return
    last = Date.now()
    say(text())
  }
}
