import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type TestDatabase, testDatabase } from '@aos/tests/harness/database'
import { type TestKafka, testKafka } from '@aos/tests/harness/kafka'
import { sampleEvent } from '@aos/tests/harness/samples'
import {
  ACTOR_TOKEN_SECRET,
  APP_API_TOKEN,
  freeServicePorts,
  type TestSidecar,
  testSidecar,
} from '@aos/tests/harness/sidecar'
import { until } from '@aos/tests/harness/until'
import { request } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Database } from './database.ts'

const program = join(import.meta.dirname, '../../../tests/src/programs/stock-service.ts')

let kafka: TestKafka
let place: TestDatabase
let database: Database
let daprd: TestSidecar
let child: ChildProcess
let config: object
let address: string

beforeAll(async () => {
  kafka = await testKafka()
  place = await testDatabase('chassis')
  database = new Database({ DATABASE_URL: place.url, DATABASE_CONNECTIONS: 2 })
  await database.knex.raw('CREATE TABLE effects (id uuid PRIMARY KEY)')
  const ports = await freeServicePorts('stock')
  config = {
    PORT: ports.app,
    DAPR_HTTP_PORT: ports.daprHttp,
    APP_API_TOKEN,
    ACTOR_TOKEN_SECRET,
    DATABASE_URL: place.url,
    LOG_LEVEL: 'error',
  }
  address = `http://127.0.0.1:${ports.app}`
  await startService()
  daprd = await testSidecar({ service: 'stock', ports, brokers: kafka.brokers })
})
afterAll(async () => {
  child.kill('SIGKILL')
  await daprd.stop()
  await database.close()
  await place.stop()
  await kafka.stop()
})

async function startService(): Promise<void> {
  child = fork(program, [JSON.stringify(config)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await once(child, 'message')
}

const effects = async () => Number((await database.knex('effects').count())[0]?.count)

async function sendMany(count: number): Promise<void> {
  const events = Array.from({ length: count }, () => sampleEvent('ReserveItems'))
  await kafka.produce('stock.commands', 'an order', events)
}

describe('a service', () => {
  it('killed while it handles messages handles all of them once it is back, each once', async () => {
    await sendMany(300)
    await until('it began', async () => (await effects()) > 0)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await effects()).toBeLessThan(300)
    await startService()
    await until('all are handled', async () => (await effects()) === 300)
  })

  it('told to stop while it handles messages loses none', async () => {
    const before = await effects()
    await sendMany(300)
    await until('it began', async () => (await effects()) > before)
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    await startService()
    await until('all are handled', async () => (await effects()) === before + 300)
  })

  it('answers who comes through its sidecar, and nobody else', async () => {
    const token = { 'dapr-api-token': APP_API_TOKEN }
    const statusOf = async (path: string, headers = {}) => {
      const { statusCode, body } = await request(`${address}${path}`, { headers })
      await body.dump()
      return statusCode
    }
    expect(await statusOf('/dapr/subscribe')).toBe(403)
    expect(await statusOf('/dapr/subscribe', { 'dapr-api-token': 'wrong' })).toBe(403)
    expect(await statusOf('/dapr/subscribe', token)).toBe(200)
    expect(await statusOf('/healthz')).toBe(200)
    expect(await statusOf('/readyz')).toBe(200)
    expect(await statusOf('/nowhere', token)).toBe(404)
  })

  it('answers each route that it subscribes with, and a status for each entry: a 404 would drop the batch', async () => {
    const headers = { 'dapr-api-token': APP_API_TOKEN, 'content-type': 'application/cloudevents+json' }
    const subscribe = await request(`${address}/dapr/subscribe`, { headers })
    const subscriptions = (await subscribe.body.json()) as { topic: string; routes: { default: string } }[]
    expect(subscriptions.map(({ topic }) => topic).sort()).toEqual(['orders.events', 'stock.commands'])
    const event = Buffer.from(JSON.stringify(sampleEvent('OrderApproved'))).toString('base64')
    for (const { routes } of subscriptions) {
      const body = JSON.stringify({ entries: [{ entryId: 'a', event }] })
      const answer = await request(`${address}${routes.default}`, { method: 'POST', headers, body })
      expect(answer.statusCode).toBe(200)
      expect(await answer.body.json()).toEqual({ statuses: [{ entryId: 'a', status: 'SUCCESS' }] })
    }
  })

  it('ends by itself once it stopped what it started: nothing leaks', async () => {
    child.send('stop')
    const [code, signal] = await once(child, 'exit', { signal: AbortSignal.timeout(10_000) })
    expect({ code, signal }).toEqual({ code: 0, signal: null })
    await startService()
  })
})
