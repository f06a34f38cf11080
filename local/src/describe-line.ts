import { z } from 'zod'

const LogLine = z.looseObject({
  level: z.union([z.string(), z.number()]),
  msg: z.string().default(''),
  orderId: z.string().optional(),
  err: z.looseObject({ message: z.string() }).optional(),
})

export interface LogEvent {
  level: 'info' | 'warn' | 'error'
  text: string
  orderId?: string | undefined
}

/** What a line of a log says in short; undefined when it is not worth people's time (debug, blank). */
export function describeLine(line: string): LogEvent | undefined {
  if (line.trim() === '') return undefined
  const entry = parse(line)
  if (!entry) return { level: 'info', text: line }
  const level = levelOf(entry.level)
  if (!level) return undefined
  const text = entry.err ? `${entry.msg}: ${entry.err.message}` : entry.msg
  return { level, text, orderId: entry.orderId }
}

function parse(line: string): z.output<typeof LogLine> | undefined {
  try {
    return LogLine.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

const words: Record<string, LogEvent['level']> = {
  info: 'info',
  warn: 'warn',
  error: 'error',
  fatal: 'error',
}

/** pino writes levels as words or as numbers: 30, 40, 50. */
function levelOf(level: string | number): LogEvent['level'] | undefined {
  if (typeof level === 'string') return words[level]
  if (level < 30) return undefined
  if (level < 40) return 'info'
  return level < 50 ? 'warn' : 'error'
}
