import { describe, expect, it } from 'vitest'
import { forThisRun, type Manifest, storesIn, toYaml } from './manifests.ts'

const store: Manifest = {
  apiVersion: 'aos.dev/v1alpha1',
  kind: 'Store',
  metadata: { name: 'awesome', labels: { team: 'shop' } },
  spec: {
    host: 'shop.localhost',
    web: { image: 'web' },
    services: { orders: { image: 'elsewhere/orders:1' } },
  },
}
const images = new Map([
  ['web', 'localhost:5000/web:abc@sha256:1'],
  ['orders', 'localhost:5000/orders:abc@sha256:2'],
])

describe('a manifest of this run', () => {
  it('has the images that were built where it names an artifact, and keeps all others', () => {
    const [mine] = forThisRun([store], { images, namespace: 'shop', runId: 'run-1' })
    expect(mine?.spec).toEqual({
      host: 'shop.localhost',
      web: { image: 'localhost:5000/web:abc@sha256:1' },
      services: { orders: { image: 'elsewhere/orders:1' } },
    })
  })

  it('is in the namespace of this run, and carries the label by which the hooks find it', () => {
    const [mine] = forThisRun([store], { images, namespace: 'shop', runId: 'run-1' })
    expect(mine?.metadata).toEqual({
      name: 'awesome',
      namespace: 'shop',
      labels: { team: 'shop', 'skaffold.dev/run-id': 'run-1' },
    })
  })

  it('takes another host only where it is a Store', () => {
    const service: Manifest = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: {} }
    const [mine, other] = forThisRun([store, service], {
      images,
      namespace: 'shop',
      runId: 'run-1',
      host: 'shop.test',
    })
    expect(mine?.spec).toMatchObject({ host: 'shop.test' })
    expect(other?.spec).toEqual({})
  })

  it('is written as YAML that kubectl reads as several documents', () => {
    expect(toYaml([store, store]).match(/^kind: Store$/gm)).toHaveLength(2)
  })
})

describe('manifests', () => {
  it('are of one store, whether they are the Store or what was rendered of it', () => {
    const labels = { 'aos.dev/store': 'awesome' }
    const service: Manifest = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: 'shop', labels },
    }
    expect(storesIn([service, service])).toEqual([{ name: 'awesome', namespace: 'shop' }])
    expect(storesIn([store])).toEqual([{ name: 'awesome', namespace: undefined }])
  })
})
