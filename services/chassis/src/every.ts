import type { Lifecycle } from './lifecycle.ts'
import type { Logger } from './logger.ts'

/** Does something again and again until the stop, never twice at once; a failure is logged and tried again. */
export function every(
  ms: number,
  what: string,
  act: () => Promise<unknown>,
  { lifecycle, logger }: { lifecycle: Lifecycle; logger: Logger },
): void {
  let running: Promise<unknown> | undefined
  const timer = setInterval(() => {
    running ??= act()
      .catch((err) => logger.warn({ err }, `${what} failed, trying again`))
      .finally(() => {
        running = undefined
      })
  }, ms)
  lifecycle.onStop(what, async () => {
    clearInterval(timer)
    await running
  })
}
