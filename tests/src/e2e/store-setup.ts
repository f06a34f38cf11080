import type { RunningStore } from '@aos/local/store'
import type { TestProject } from 'vitest/node'
import { startIdentityProvider } from '../harness/identity-provider.ts'
import { quickSettings, spoken, testStore, tracesAnswer } from '../harness/store.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    store: Pick<RunningStore, 'addresses' | 'databaseUrls' | 'kafkaBrokers' | 'dataDir'>
  }
}

/** One whole store for all e2e tests, with everything that `npm start` runs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const provider = await startIdentityProvider('http://127.0.0.1')
  const store = await testStore({
    zipkin: true,
    web: true,
    traceSampling: 1,
    report: spoken,
    settings: { ...quickSettings, accounts: provider.settings },
  })
  const { addresses, databaseUrls, kafkaBrokers, dataDir } = store
  await tracesAnswer(store)
  project.provide('store', { addresses, databaseUrls, kafkaBrokers, dataDir })
  return async () => {
    await store.stop()
    provider.stop()
  }
}
