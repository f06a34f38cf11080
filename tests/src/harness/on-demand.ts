export interface Started {
  /** A URL for PostgreSQL, `host:port` for Kafka. */
  address: string
  /** Takes it away at once; it comes back by itself, with its data. */
  crash: () => Promise<unknown>
  stop: () => Promise<unknown>
}

/** How each part of the platform is started. */
export interface Backend {
  postgres: () => Promise<Started>
  kafka: () => Promise<Started>
}

/** Starts each part once, when it is first asked for. */
export function onDemand(backend: Backend) {
  const started = new Map<string, Promise<Started>>()
  return {
    async addressOf(part: string): Promise<string> {
      if (part !== 'postgres' && part !== 'kafka') throw new Error(`the platform has no ${part}`)
      const running = started.get(part) ?? backend[part]()
      started.set(part, running)
      return (await running).address
    },
    async stop(): Promise<void> {
      const all = await Promise.allSettled(started.values())
      await Promise.all(all.map((one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)))
    },
  }
}
