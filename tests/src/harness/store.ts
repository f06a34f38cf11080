import type { Report } from '@aos/local/report'
import { type RunningStore, type StoreOptions, startStore } from '@aos/local/store'
import { temporaryFolder } from './temporary-folder.ts'
import { until } from './until.ts'

/** Third parties whose clocks run fast enough for tests, and services that lose patience sooner. */
export const quickSettings: NonNullable<StoreOptions['settings']> = {
  gateway: { RATE_LIMIT_ACTOR: '0' },
  carrier: { DISPATCH_AFTER_MS: '4000', DELIVER_AFTER_MS: '4000' },
  'payment-broker': { PROCESSING_MS: '1500' },
  payments: { PAYMENT_BROKER_TIMEOUT_MS: '3000' },
  shipments: { CARRIER_TIMEOUT_MS: '3000', CARRIER_LOOK_UP_MS: '5000' },
  orders: { CANCELLATION_DEADLINE_S: '5', RESERVATION_DEADLINE_S: '60', PAYMENT_DEADLINE_S: '120' },
}

/** The whole store as `npm start` runs it, on free ports and with data that lasts as long as it runs. */
export async function testStore(options: Partial<StoreOptions> = {}): Promise<RunningStore> {
  const folder = temporaryFolder('aos-store-')
  const store = await startStore({
    dataDir: folder.path,
    settings: quickSettings,
    zipkin: false,
    web: false,
    ...options,
  })
  const stop = async () => {
    await store.stop()
    folder.remove()
  }
  return { ...store, stop }
}

/** The store does not wait for Zipkin, and spans that come before it are lost. */
export async function tracesAnswer({ addresses: { traces = '' } }: RunningStore): Promise<void> {
  const answers = async () => (await fetch(traces).catch(() => undefined))?.ok === true
  await until('Zipkin answers', answers, { withinMs: 180_000, everyMs: 500 })
}

/** Shows what the store says about its processes. */
export const spoken: Report = (name, text) => console.log(`${name}: ${text}`)
