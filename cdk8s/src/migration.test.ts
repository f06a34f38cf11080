import { servicesWithDatabase } from '@aos/contracts/services'
import { describe, expect, it } from 'vitest'
import { aBareCluster, aProductionStore, aStore, find, namesOf, podsOf, render } from './store.samples.ts'
import { PHASE_LABEL } from './store.ts'

const jobs = (...args: Parameters<typeof render>) => namesOf(render(...args), 'Job')

describe('a migration', () => {
  it('runs before the services of its version, for each that has a database', () => {
    const manifests = render(aStore())
    for (const service of servicesWithDatabase) {
      const job = find(manifests, 'Job', `migrate-${service}`)
      expect(job.metadata.labels[PHASE_LABEL]).toBe('migrations')
      const [{ image, args }] = job.spec.template.spec.initContainers ?? job.spec.template.spec.containers
      expect(image).toBe(find(manifests, 'Deployment', service).spec.template.spec.containers[0].image)
      expect(args).toEqual(['services/chassis/src/setup/migrate.ts', service])
    }
  })

  it('is the same Job for the same store', () => {
    expect(jobs(aStore())).toEqual(jobs(aStore()))
  })

  it('is another Job for another version', () => {
    const [old, next] = [jobs(aStore()), jobs(aStore({ version: '1.2.4' }))]
    expect(next.filter((name) => old.includes(name))).toEqual([])
  })

  it('is the same Job when more pods are wanted', () => {
    const spec = { services: { orders: { replicas: { min: 3, max: 5 } } } }
    expect(jobs(aStore(spec))).toEqual(jobs(aStore()))
  })

  it('is another Job with another password, as are the databases themselves', () => {
    const changed = (revision: string) =>
      jobs(aStore(), aBareCluster({ secretRevisions: { 'database-stock': revision, mail: revision } }))
    const names = changed('1').filter((name) => !changed('2').includes(name))
    expect(names.map((name) => name.replace(/-[0-9a-f]{10}$/, ''))).toEqual(['databases', 'migrate-stock'])
  })

  it('of stock is followed by the catalogue', () => {
    const { initContainers, containers } = find(render(aStore()), 'Job', 'migrate-stock').spec.template.spec
    expect(initContainers.map(({ name }: { name: string }) => name)).toEqual(['migrate'])
    expect(containers[0].args).toEqual(['services/stock/src/seed.ts'])
  })
})

it('no pod serves on an older schema than its version needs, whatever was applied first', () => {
  const manifests = render(aStore())
  for (const service of servicesWithDatabase) {
    const [check] = find(manifests, 'Deployment', service).spec.template.spec.initContainers
    expect(check.args).toEqual(['services/chassis/src/setup/migrate.ts', service, '--wait'])
  }
})

describe('a changed Secret', () => {
  const restarted = (secret: string, store = aStore()) => {
    const pods = (revision: string) =>
      podsOf(render(store, aBareCluster({ secretRevisions: { [secret]: revision } }))).filter(
        ({ name }) => !name.startsWith('Job'),
      )
    const after = new Map(pods('2').map(({ name, template }) => [name, JSON.stringify(template)]))
    return pods('1')
      .filter(({ name, template }) => after.get(name) !== JSON.stringify(template))
      .map(({ name }) => name.split(' ')[1])
      .toSorted()
  }

  it.each([
    ['orders-dapr', ['orders']],
    ['database-stock', ['stock']],
    // Its sidecar reads it.
    ['database-state', ['orders']],
    ['simulators', ['carrier', 'gateway', 'payment-broker', 'payments', 'shipments']],
    ['postgres', ['postgres']],
    ['somebody-elses', []],
  ])('%s starts new pods of %j', (secret, expected) => {
    expect(restarted(secret)).toEqual(expected)
  })

  it.each([
    ['payment-broker', ['gateway', 'payments']],
    ['mail', ['notifications']],
    ['shipments', ['shipments']],
    ['actor-tokens', ['accounts', 'gateway', 'notifications', 'orders', 'payments', 'shipments', 'stock']],
    ['sessions', ['accounts']],
    ['kafka-cluster-ca-cert', ['accounts', 'notifications', 'orders', 'payments', 'shipments', 'stock']],
  ])('%s starts new pods of %j in production', (secret, expected) => {
    expect(restarted(secret, aProductionStore())).toEqual(expected)
  })
})
