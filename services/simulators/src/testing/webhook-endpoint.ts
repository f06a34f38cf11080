import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Delivery {
  body: string
  headers: IncomingHttpHeaders
}

/** A shop's webhook endpoint, answering with the given statuses in turn, then 200. */
export async function webhookEndpoint() {
  const deliveries: Delivery[] = []
  const statuses: number[] = []
  const server = createServer(async (req, res) => {
    const body = await text(req)
    deliveries.push({ body, headers: req.headers })
    res.writeHead(statuses.shift() ?? 200).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    deliveries,
    answerNextWith: (...next: number[]) => statuses.push(...next),
    types: () => deliveries.map(({ body }) => JSON.parse(body).type as string),
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
