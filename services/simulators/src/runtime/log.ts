const levels = { info: 30, warn: 40, error: 50 } as const

const line =
  (level: keyof typeof levels) =>
  (msg: string, fields: Record<string, unknown> = {}) =>
    console.log(JSON.stringify({ level: levels[level], time: Date.now(), ...fields, msg }))

/** JSON lines in pino's shape, so that one reader serves the services and the simulators. */
export const log = { info: line('info'), warn: line('warn'), error: line('error') }
