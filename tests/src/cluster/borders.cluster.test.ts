import { WEB_PORT } from '@aos/cdk8s/doors'
import { pathTo } from '@aos/contracts/api'
import { daprComponents, platformPorts, ports, serviceNames } from '@aos/contracts/services'
import { Agent, request } from 'undici'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ClusterStore } from './cluster-store.ts'
import { enforcesNetworkPolicies } from './enforcement.ts'
import { askFrom, reachesFrom } from './in-pod.ts'
import { lookupAt } from './ingress.ts'
import { letIntruderIn } from './intruder.ts'
import type { Resource } from './kubectl.ts'
import { callInTheClear, callWithoutCertificate } from './mutual-tls.ts'
import { PortForward } from './port-forward.ts'

const SIDECAR = 'http://127.0.0.1:3500/v1.0'
const SIDECARS_GRPC = 50_002

let store: ClusterStore
beforeAll(async () => {
  store = await ClusterStore.open(inject('clusterStore'))
})
afterAll(() => store?.close())

describe('sidecars', () => {
  it.each(serviceNames)('%s has one, which is ready', async (name) => {
    const pods = await store.pods(name)
    expect(pods.length).toBeGreaterThan(0)
    for (const { spec, status } of pods) {
      const all = [...spec.containers, ...(spec.initContainers ?? [])].map((container) => container.name)
      expect(all).toContain('daprd')
      for (const { name, ready } of status.containerStatuses ?? []) expect(ready, name).toBe(true)
    }
  })

  it('show each other who they are, and take no call of one who does not', async () => {
    const forward = await PortForward.to(store.address.namespace, 'deployment/orders', SIDECARS_GRPC)
    try {
      const { identity, refusedBecause } = await callWithoutCertificate(forward.address)
      expect(identity).toMatch(new RegExp(`^URI:spiffe://[^/]+/ns/${store.address.namespace}/orders$`))
      expect(refusedBecause).toMatch(/certificate required|closed/)
    } finally {
      forward.stop()
    }
  })

  it('take no call in the clear', async () => {
    const forward = await PortForward.to(store.address.namespace, 'deployment/orders', SIDECARS_GRPC)
    try {
      expect(await callInTheClear(forward.address)).toMatchObject({ refusedBecause: expect.any(String) })
    } finally {
      forward.stop()
    }
  })
})

const order = pathTo('getOrder', { id: '00000000-0000-7000-8000-000000000000' }).slice(1)
const askForOrder = { method: 'GET', url: `${SIDECAR}/invoke/orders/method/${order}` }
const publishTo = (topic: string) => ({
  url: `${SIDECAR}/publish/${daprComponents.pubsub}/${topic}`,
  body: {},
})
const readState = { method: 'GET', url: `${SIDECAR}/state/${daprComponents.state}/any` }

describe('a call between services', () => {
  it('is taken from the gateway, but the service wants its signature too', async () => {
    const { status, text } = await askFrom(store.namespace, 'gateway', askForOrder)
    expect(status).toBe(401)
    expect(JSON.parse(text)).toMatchObject({ code: 'sign-in-needed' })
  })

  it.each(['accounts', 'stock', 'payments', 'shipments', 'notifications'])(
    'cannot be made by %s',
    async (name) => {
      const { status, text } = await askFrom(store.namespace, name, askForOrder)
      expect([403, 404]).toContain(status)
      expect(text).not.toContain('requestId')
    },
  )

  it('is refused from the gateway where it has no business', async () => {
    const url = `${SIDECAR}/invoke/orders/method/dapr/subscribe`
    const { status, text } = await askFrom(store.namespace, 'gateway', { method: 'GET', url })
    expect(status).toBe(403)
    expect(text).toContain('access control policy has denied access')
  })

  it('is refused past the sidecar, without its token', async () => {
    const ask = { method: 'GET', url: `http://orders:${ports.orders.app}/${order}` }
    const headers = { 'dapr-api-token': 'guessed' }
    // Where the network keeps to policies, it does not even arrive.
    const answer = await askFrom(store.namespace, 'gateway', { ...ask, headers }).catch(() => ({
      status: 403,
    }))
    expect(answer.status).toBe(403)
  })
})

describe('a message', () => {
  it.each([
    ['stock', 'payments.commands'],
    ['notifications', 'orders.events'],
    ['shipments', 'stock.commands'],
    ['payments', 'orders.dead-letters'],
  ])('of %s to %s is refused: the topic is not its own', async (service, topic) => {
    const { status, text } = await askFrom(store.namespace, service, publishTo(topic))
    expect(status).toBe(403)
    expect(text).toContain('not allowed')
  })

  it('cannot be sent by the gateway at all', async () => {
    const { status } = await askFrom(store.namespace, 'gateway', publishTo('orders.events'))
    expect([400, 403, 404]).toContain(status)
  })
})

it('carts are kept from all services but orders', async () => {
  for (const name of serviceNames.filter((each) => each !== 'orders')) {
    const { status } = await askFrom(store.namespace, name, readState)
    expect([400, 403, 404], name).toContain(status)
  }
})

describe('an intruder with a sidecar of its own', () => {
  let intruder: Awaited<ReturnType<typeof letIntruderIn>>
  beforeAll(async () => {
    intruder = await letIntruderIn(store.namespace, await imageOfOrders())
  })
  afterAll(() => intruder?.remove())

  it.each(['orders', 'stock', 'payments', 'shipments'])('is refused by %s', async (name) => {
    const url = `${SIDECAR}/invoke/${name}/method/${order}`
    const { status, text } = await askFrom(store.namespace, 'intruder', { method: 'GET', url })
    // Where the network keeps to policies, it does not even arrive.
    expect(`${status} ${text}`).toMatch(
      /^403 .*access control policy has denied access|^500 .*(deadline|timeout)/,
    )
  })

  it.each([
    ['topics', publishTo('orders.events')],
    ['carts', readState],
  ])('finds no %s', async (_, ask) => {
    const { status, text } = await askFrom(store.namespace, 'intruder', ask)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(text).toMatch(/is not (found|configured)/)
  })
})

async function imageOfOrders(): Promise<string> {
  const [pod] = await store.pods('orders')
  return pod?.spec.containers.find(({ name }) => name === 'orders')?.image ?? ''
}

describe('the network', () => {
  it('denies every pod what no policy allows', async () => {
    const policies = await store.namespace.list<Policy>('networkpolicies')
    const denyAll = policies.find(({ metadata }) => metadata.name === 'default-deny')
    expect(denyAll?.spec).toEqual({
      podSelector: { matchLabels: { 'aos.dev/store': store.address.name } },
      policyTypes: ['Ingress', 'Egress'],
    })
  })

  it('keeps parts apart that have nothing to say to each other, as far as the cluster enforces policies', async () => {
    const isOpen = !(await enforcesNetworkPolicies(await imageOfOrders()))
    if (isOpen) console.log('this cluster does not enforce network policies: they are only looked at')
    expect(await reachesFrom(store.namespace, 'orders', 'postgres', 5432)).toBe(true)
    expect(await reachesFrom(store.namespace, 'notifications', 'carrier', platformPorts.carrier)).toBe(isOpen)
    expect(await reachesFrom(store.namespace, 'gateway', 'postgres', 5432)).toBe(isOpen)
  })
})

it('what is for operators is not shown to shoppers', async () => {
  const dispatcher = new Agent({ connect: { lookup: lookupAt({ address: store.address.ingress }) } })
  for (const path of ['/metrics', '/readyz', '/healthz', '/dapr/subscribe', '/dapr/config']) {
    const { statusCode, body } = await request(`${store.shop}${path}`, { dispatcher })
    const text = await body.text()
    expect(text, path).not.toMatch(/# HELP|"status":|pubsub/)
    expect([200, 404], path).toContain(statusCode)
  }
  await dispatcher.close()
})

it('the static server never denies that there is an API: without a gateway the shop is away for a moment', async () => {
  const forward = await PortForward.to(store.address.namespace, 'service/web', WEB_PORT)
  try {
    const { statusCode, headers, body } = await request(`http://${forward.address}${pathTo('placeOrder')}`)
    expect(statusCode).toBe(503)
    expect(headers).toMatchObject({ 'content-type': 'application/problem+json', 'retry-after': '2' })
    expect(await body.json()).toMatchObject({ status: 503, code: 'service-unavailable' })
  } finally {
    forward.stop()
  }
})

interface Policy extends Resource {
  spec: object
}
