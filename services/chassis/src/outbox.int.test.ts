import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type TestKafka, testKafka } from '@aos/tests/harness/kafka'
import { recorderFor } from '@aos/tests/harness/recorder'
import type { SampleEvent } from '@aos/tests/harness/samples'
import { type TestService, testService } from '@aos/tests/harness/service'
import { until } from '@aos/tests/harness/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const writer = join(import.meta.dirname, '../../../tests/src/programs/outbox-writer.ts')

let kafka: TestKafka
/** Its relay stands for the next process of the service: it sweeps what the killed ones left. */
let orders: TestService
beforeAll(async () => {
  kafka = await testKafka()
  orders = await testService('orders', () => recorderFor('orders').subscriptions, { brokers: kafka.brokers })
  await orders.database.knex.raw('CREATE TABLE written (order_id uuid, sequence int)')
})
afterAll(async () => {
  await orders.stop()
  await kafka.stop()
})

const startWriter = (messages: number, orderIds: string[]): ChildProcess =>
  spawn(
    process.execPath,
    [writer, orders.config.DATABASE_URL, String(orders.config.DAPR_HTTP_PORT), String(messages), ...orderIds],
    { stdio: 'inherit' },
  )

interface Written {
  order_id: string
  sequence: number
}

const writtenOf = (orderIds: string[]): Promise<Written[]> =>
  orders.database.knex('written').whereIn('order_id', orderIds).orderBy('sequence')

const waiting = async () => Number((await orders.database.knex('outbox').count())[0]?.count)

/** The sequence numbers that Kafka has of each order, each where it stands first. */
async function published(orderIds: string[]): Promise<Map<string, number[]>> {
  const found = new Map(orderIds.map((id) => [id, new Set<number>()]))
  for (const { subject, sequence } of (await kafka.read('payments.commands')) as SampleEvent[])
    found.get(subject)?.add(sequence)
  return new Map([...found].map(([id, sequences]) => [id, [...sequences]]))
}

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
const someOrders = (n: number) => Array.from({ length: n }, () => randomUUID())

describe('the outbox', () => {
  it('under several processes with several writers each, publishes all, in the order of each order', async () => {
    const orderIds = someOrders(12)
    const writers = [0, 1, 2].map((i) => startWriter(40, orderIds.slice(i * 4, i * 4 + 4)))
    await Promise.all(writers.map((child) => once(child, 'exit')))
    await until('the outbox is empty', async () => (await waiting()) === 0)
    for (const sequences of (await published(orderIds)).values()) expect(sequences).toEqual(upTo(40))
  })

  it.each([1, 2, 3])('loses nothing when the relay is killed in the middle (%i)', async () => {
    const orderIds = someOrders(6)
    const child = startWriter(100_000, orderIds)
    await until('it writes', async () => (await writtenOf(orderIds)).length > 50)
    await sleep(Math.random() * 400)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await until('what it left is published', async () => (await waiting()) === 0)

    const written = await writtenOf(orderIds)
    for (const [orderId, sequences] of await published(orderIds))
      expect(sequences).toEqual(written.filter((row) => row.order_id === orderId).map((row) => row.sequence))
  })

  it('goes on when the sidecar is killed in the middle', async () => {
    const orderIds = someOrders(6)
    const child = startWriter(150, orderIds)
    await until('it writes', async () => (await writtenOf(orderIds)).length > 50)
    orders.daprd.crash()
    await once(child, 'exit')
    await until('the outbox is empty', async () => (await waiting()) === 0, { withinMs: 60_000 })
    for (const sequences of (await published(orderIds)).values()) expect(sequences).toEqual(upTo(150))
  })

  it('a transaction that is rolled back publishes nothing', async () => {
    const orderId = randomUUID()
    const rolledBack = orders.database.transaction(async (tx) => {
      await orders.outbox.add(
        tx,
        [{ type: 'CancelPayment', data: { orderId }, sequence: 1 }],
        () => undefined,
      )
      throw new Error('no')
    })
    await expect(rolledBack).rejects.toThrow('no')
    await sleep(500)
    expect((await published([orderId])).get(orderId)).toEqual([])
  })
})

describe('the sweeper', () => {
  it('works in one process of a service at a time', async () => {
    await orders.database.transaction(async (tx) => {
      await tx.run({
        name: 'test-lock',
        text: "SELECT pg_advisory_xact_lock(hashtextextended('outbox-sweep', 0))",
      })
      const orderId = randomUUID()
      await orders.database.knex('outbox').insert({
        id: randomUUID(),
        topic: 'payments.commands',
        key: orderId,
        event: JSON.stringify({ subject: orderId, sequence: 1 }),
        created_at: new Date(Date.now() - 60_000),
      })
      await orders.relay.sweep()
      expect(await waiting()).toBe(1)
    })
    await until('it is swept once the other is done', async () => (await waiting()) === 0)
  })
})
