import type { RunningStore } from '@aos/local/store'
import type { TestProject } from 'vitest/node'
import { spoken, testStore } from '../harness/store.ts'
import { until } from '../harness/until.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    store: Pick<RunningStore, 'addresses' | 'databaseUrls' | 'kafkaBrokers' | 'dataDir'>
  }
}

/** One whole store for all e2e tests, with everything that `npm start` runs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const store = await testStore({ zipkin: true, web: true, traceSampling: 1, report: spoken })
  const { addresses, databaseUrls, kafkaBrokers, dataDir } = store
  // The store does not wait for Zipkin; spans that come before it are lost.
  const tracesAnswer = async () => (await fetch(addresses.traces ?? '').catch(() => undefined))?.ok === true
  await until('Zipkin answers', tracesAnswer, { withinMs: 180_000, everyMs: 500 })
  project.provide('store', { addresses, databaseUrls, kafkaBrokers, dataDir })
  return () => store.stop()
}
