import pc from 'picocolors'
import { describeLine } from './describe-line.ts'
import type { Report } from './report.ts'

const colours = [pc.cyan, pc.green, pc.yellow, pc.magenta, pc.blue, pc.red]
const tones = { info: String, warn: pc.yellow, error: pc.red }
const width = 20
const MOST_PER_SECOND = 40

/** Names get a colour each; a sidecar shares that of its service. */
function coloured(name: string): string {
  const base = name.replace(/-dapr$/, '')
  const sum = [...base].reduce((total, letter) => total + letter.charCodeAt(0), 0)
  return (colours[sum % colours.length] ?? pc.white)(name.padEnd(width))
}

export interface Terminal {
  /** Something happened to a part of the store. */
  report: Report
  /** A part wrote this to its log. */
  onLine: (name: string, line: string) => void
  close(): void
}

/**
 * One readable line per event. Under load most events of the services are only counted here, warnings
 * and errors aside; all of them are in the log files.
 */
export function openTerminal(write: (line: string) => void = console.log): Terminal {
  let printed = 0
  let unprinted = 0
  const everySecond = setInterval(() => {
    if (unprinted > 0) write(pc.dim(`         … and ${unprinted} more, in the log files`))
    printed = 0
    unprinted = 0
  }, 1000).unref()

  const print = (name: string, text: string) =>
    write(`${pc.dim(new Date().toTimeString().slice(0, 8))} ${coloured(name)}${text}`)
  return {
    report: print,
    onLine(name, line) {
      const event = describeLine(line)
      if (!event) return
      if (event.level === 'info' && printed >= MOST_PER_SECOND) {
        unprinted += 1
        return
      }
      printed += 1
      const order = event.orderId ? pc.dim(` ${event.orderId}`) : ''
      print(name, `${tones[event.level](event.text)}${order}`)
    },
    close: () => clearInterval(everySecond),
  }
}
