import type { Database } from '@aos/chassis/database'
import { createLogger } from '@aos/chassis/logger'
import { expect, it, vi } from 'vitest'
import type { Broker, BrokerOutcome } from './broker.ts'
import { BrokerWorker } from './broker-worker.ts'
import { aPayment, outcomes } from './payment-samples.ts'
import type { Payment } from './payment-state.ts'
import type { Learned } from './record-outcomes.ts'

/** Calls end when the test says how. */
function aBroker() {
  const calls: { step: string; end: (outcome: BrokerOutcome) => void }[] = []
  const call = (step: string) => () =>
    new Promise<BrokerOutcome>((resolve) => calls.push({ step, end: resolve }))
  const broker: Broker = {
    charge: call('charge'),
    withhold: call('withhold'),
    look: call('look'),
    find: call('find'),
    cancel: call('cancel'),
    refund: call('refund'),
  }
  return { broker, calls, steps: () => calls.map(({ step }) => step) }
}

const aWorker = (broker: Broker, recordOutcome: (learned: Learned) => Promise<Payment | undefined>) =>
  new BrokerWorker({
    database: {} as Database,
    broker,
    recordOutcome,
    leaseMs: 1000,
    concurrency: 1,
    logger: createLogger('payments', 'fatal'),
  })

const inAnHour = { createdAt: new Date(), nextAttemptAt: new Date(Date.now() + 3_600_000) }

it('a payment that is cancelled while it waits for its turn is not charged', async () => {
  const { broker, calls, steps } = aBroker()
  const worker = aWorker(broker, async () => undefined)
  worker.push([
    aPayment('processing', { orderId: 'first', createdAt: new Date() }),
    aPayment('processing', { orderId: 'second', createdAt: new Date() }),
  ])
  worker.push([aPayment('cancelling', { orderId: 'second', createdAt: new Date() })])
  calls[0]?.end(outcomes.charged)
  await vi.waitFor(() => expect(steps()).toEqual(['charge', 'withhold']))
})

it('a refund that is asked for while the charge is under way follows at once', async () => {
  const { broker, calls, steps } = aBroker()
  const refunding = aPayment('refunding', inAnHour)
  const worker = aWorker(broker, async () => refunding)
  worker.push([aPayment('processing', { createdAt: new Date() })])
  worker.push([refunding])
  calls[0]?.end(outcomes.charged)
  await vi.waitFor(() => expect(steps()).toEqual(['charge', 'refund']))
})

it('a payment whose outcome is unknown waits for its time', async () => {
  const { broker, calls, steps } = aBroker()
  const recorded = vi.fn(async () => aPayment('processing', inAnHour))
  const worker = aWorker(broker, recorded)
  worker.push([aPayment('processing', { createdAt: new Date() })])
  calls[0]?.end(outcomes.unknown)
  await vi.waitFor(() => expect(recorded).toHaveBeenCalled())
  await worker.stop()
  expect(steps()).toEqual(['charge'])
})
