import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { backend } from './backend.ts'
import { Lease } from './lease.ts'
import { onDemand } from './on-demand.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where test files ask for the platform: see platform.ts. */
    platformUrl: string
  }
}

/**
 * One PostgreSQL and one Kafka for a whole run, each started when the first test file asks for it.
 * They live in this process, which ends last, so that nothing stays behind.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const platform = onDemand(backend())
  const kafkaLease = new Lease()

  async function answer(part: string, response: ServerResponse): Promise<void> {
    if (part !== 'lease') {
      response.end(await platform.addressOf(part))
      return
    }
    const release = await kafkaLease.acquire()
    // The answer does not end: the lease does when the connection does, however the test file ends.
    response.once('close', release)
    if (response.destroyed) release()
    else response.flushHeaders()
  }

  const server = createServer((request, response) => {
    answer(request.url?.slice(1) ?? '', response).catch((error: Error) => {
      response.writeHead(500).end(error.message)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  project.provide('platformUrl', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return async () => {
    server.closeAllConnections()
    server.close()
    await platform.stop()
  }
}
