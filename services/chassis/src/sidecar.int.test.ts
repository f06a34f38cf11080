import { randomUUID } from 'node:crypto'
import { emit } from '@aos/contracts/messages'
import { type TestKafka, testKafkaToCrash } from '@aos/tests/harness/kafka'
import { recorderFor } from '@aos/tests/harness/recorder'
import { type SampleEvent, sampleEvent } from '@aos/tests/harness/samples'
import { type TestService, testService } from '@aos/tests/harness/service'
import { until } from '@aos/tests/harness/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Sidecar } from './sidecar.ts'

let kafka: TestKafka & { crash: () => Promise<unknown> }
let orders: TestService
const { seen, subscriptions } = recorderFor('orders')

beforeAll(async () => {
  kafka = await testKafkaToCrash()
  orders = await testService('orders', () => subscriptions, { brokers: kafka.brokers })
})
afterAll(async () => {
  await orders.stop()
  await kafka.stop()
})

const entry = (event: SampleEvent, padding = '') => ({
  id: event.id,
  key: event.subject,
  event: JSON.stringify({ ...event, padding }),
})

const idsIn = async () => ((await kafka.read('payments.commands')) as SampleEvent[]).map(({ id }) => id)

describe('publishing', () => {
  it('says which entries Kafka refused, and writes the others', async () => {
    const [first, large, last] = [1, 2, 3].map(() => sampleEvent('CancelPayment')) as [
      SampleEvent,
      SampleEvent,
      SampleEvent,
    ]
    const entries = [entry(first), entry(large, 'x'.repeat(2_000_000)), entry(last)]
    expect(await orders.sidecar.publish('payments.commands', entries, undefined)).toEqual(new Set([large.id]))
    expect(await idsIn()).toEqual([first.id, last.id])
  })

  it('throws when the sidecar does not know the topic’s component or is away', async () => {
    const nobody = new Sidecar({ DAPR_HTTP_PORT: 1 })
    await expect(
      nobody.publish('payments.commands', [entry(sampleEvent('CancelPayment'))], undefined),
    ).rejects.toThrow()
    await nobody.close()
  })

  it('an event keeps its id, type, subject, trace and extensions', async () => {
    const event = sampleEvent('CancelPayment', {
      sequence: 4,
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      traceid: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    })
    const other = '00-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb-01'
    await orders.sidecar.publish('payments.commands', [entry(event)], other)
    const written = ((await kafka.read('payments.commands')) as SampleEvent[]).find(
      ({ id }) => id === event.id,
    )
    expect(written).toMatchObject(event)
  })
})

describe('when Kafka is killed', () => {
  it('what is written meanwhile is published and delivered once it is back, in order, without a restart', async () => {
    await kafka.crash()
    const orderId = randomUUID()
    for (let sequence = 1; sequence <= 20; sequence += 1)
      await orders.database.transaction((tx) =>
        orders.outbox.add(tx, [{ ...emit('CancelPayment', { orderId }), sequence }], () => undefined),
      )
    const waiting = async () => Number((await orders.database.knex('outbox').count())[0]?.count)
    expect(await waiting()).toBeGreaterThan(0)
    await until('the outbox is empty', async () => (await waiting()) === 0, { withinMs: 60_000 })
    const written = ((await kafka.read('payments.commands')) as SampleEvent[]).filter(
      ({ subject }) => subject === orderId,
    )
    const firsts = [...new Set(written.map(({ sequence }) => sequence))]
    expect(firsts).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))

    const event = sampleEvent('ItemsPicked')
    await kafka.produce('stock.events', event.subject, [event])
    await until('it is delivered', () => seen.some(({ id }) => id === event.id), { withinMs: 60_000 })
  }, 150_000)
})
