import { expect, it } from 'vitest'
import { generatedSecrets } from './generated-secrets.ts'
import { secretsIn } from './secret-value.ts'
import { aProductionStore, aRichCluster, aStore, aStoreOnExternalServers, render } from './store.samples.ts'
import type { Store } from './store.ts'

/** What a rendered store reads and nobody generates. */
const given = (store: Store): string[] => {
  const generated = generatedSecrets(store).map(({ name }) => name)
  return secretsIn(render(store, aRichCluster()))
    .filter((name) => !generated.includes(name))
    .toSorted()
}

it('a store for trying needs no Secret from anybody', () => {
  expect(given(aStore())).toEqual([])
})

it('one in production needs those of its third parties; the operators make the others', () => {
  expect(given(aProductionStore())).toEqual([
    'carrier',
    'kafka-cluster-ca-cert',
    'mail',
    'payment-broker',
    'postgres-ca',
    'postgres-superuser',
  ])
})

it('servers of others need what the spec names', () => {
  expect(given(aStoreOnExternalServers())).toEqual([
    'carrier',
    'kafka-ca',
    'kafka-user',
    'mail',
    'payment-broker',
    'postgres-admin',
    'postgres-authority',
  ])
})

it('nothing is generated that nobody reads', () => {
  for (const store of [aStore(), aProductionStore()]) {
    const read = secretsIn(render(store, aRichCluster()))
    expect(generatedSecrets(store).filter(({ name }) => !read.includes(name))).toEqual([])
  }
})

it('every key that is read of a generated Secret is generated', () => {
  const store = aStore()
  const text = JSON.stringify(render(store))
  const refs = [...text.matchAll(/"secretKeyRef":(\{[^}]*\})/g)].map(([, ref = '']) => JSON.parse(ref))
  const keys = new Map(generatedSecrets(store).map(({ name, keys: list }) => [name, list]))
  for (const { name, key } of refs) expect(keys.get(name)).toContain(key)
})
