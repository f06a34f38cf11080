import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { registry } from './metrics.ts'

interface Health {
  host: string
  port: number
  /** Whether the API server has answered lately: nothing can be done without it, and a restart would not help. */
  isReady: () => boolean
}

/** /healthz: the process runs. /readyz: it could work. /metrics: what it did. */
export async function serveHealth({ host, port, isReady }: Health): Promise<Server> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, text: string) => response.writeHead(status).end(`${text}\n`)
    if (request.url === '/healthz') answer(200, 'alive')
    else if (request.url === '/readyz') isReady() ? answer(200, 'ready') : answer(503, 'no API server')
    else if (request.url === '/metrics') {
      response.setHeader('content-type', registry.contentType)
      response.end(await registry.metrics())
    } else answer(404, 'not here')
  })
  server.listen(port, host)
  await once(server, 'listening')
  return server
}
