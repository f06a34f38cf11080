import type { Report } from '@aos/local/report'

const started = Date.now()

/** One line for people: when, what about, what. */
export const say: Report = (name, text) => {
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  console.log(`${seconds.padStart(5)} s  ${name.padEnd(14)} ${text}`)
}
