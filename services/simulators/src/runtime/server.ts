import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type Koa from 'koa'

/** Longer than any client keeps an idle connection, or a request may meet its closing. */
const KEEP_ALIVE_MS = 75_000

export interface Listening {
  port: number
  url: string
  close(): Promise<void>
}

/**
 * Takes the port before the application is built: of two processes started on one
 * data folder only one gets past here, so only one ever opens the journal.
 */
export async function listen(host: string, port: number, build: () => Promise<Koa>): Promise<Listening> {
  const application = Promise.withResolvers<ReturnType<Koa['callback']>>()
  const server = createServer((req, res) => void application.promise.then((handle) => handle(req, res)))
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.headersTimeout = KEEP_ALIVE_MS + 1_000
  server.listen(port, host)
  await once(server, 'listening')
  try {
    application.resolve((await build()).callback())
  } catch (error) {
    server.close()
    throw error
  }
  const { port: actual } = server.address() as AddressInfo
  return {
    port: actual,
    url: `http://${host}:${actual}`,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
