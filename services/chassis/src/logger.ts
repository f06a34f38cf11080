import { trace } from '@opentelemetry/api'
import { type Logger as PinoLogger, pino } from 'pino'

export type Logger = PinoLogger

/**
 * JSON lines on standard output, written together when many come at once; a line written inside a span
 * carries its trace.
 */
export const createLogger = (service: string, level: string): Logger =>
  pino(
    {
      level,
      base: { service },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin() {
        const span = trace.getActiveSpan()?.spanContext()
        return span ? { traceId: span.traceId } : {}
      },
    },
    pino.destination({ dest: 1, sync: false }),
  )
