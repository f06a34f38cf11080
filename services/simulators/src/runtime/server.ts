import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import { log } from './log.ts'

/** Longer than any client keeps an idle connection, or a request may meet its closing. */
const KEEP_ALIVE_MS = 75_000

export interface Running {
  url: string
  close(): Promise<void>
}

/** What a simulator remembers. */
interface Memory {
  flushed(): Promise<void>
  close(): Promise<void>
}

interface Address {
  host: string
  port: number
}

/**
 * Takes the port before it opens the memory: of two processes started on one data
 * folder only one gets past here, so only one ever writes the journal.
 */
export async function serve<Kept extends Memory>(
  { host, port }: Address,
  open: () => Promise<Kept>,
  mount: (app: Koa, memory: Kept) => void,
): Promise<Running> {
  const application = Promise.withResolvers<ReturnType<Koa['callback']>>()
  const server = createServer((req, res) => void application.promise.then((handle) => handle(req, res)))
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.listen(port, host)
  await once(server, 'listening')
  const memory = await open().catch((error) => {
    server.close()
    throw error
  })
  const app = skeleton(memory)
  mount(app, memory)
  application.resolve(app.callback())
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await memory.close()
    },
  }
}

function skeleton(memory: Memory): Koa {
  const app = new Koa()
  app.on('error', (error) => {
    if (!error.expose) log.error('request failed', { error: String(error.stack ?? error) })
  })
  // Nobody is told what a kill could still take back.
  app.use(async (_, next) => {
    await next()
    await memory.flushed()
  })
  app.use((ctx, next) => {
    if (ctx.path !== '/healthz') return next()
    ctx.body = { status: 'ok' }
  })
  return app
}
