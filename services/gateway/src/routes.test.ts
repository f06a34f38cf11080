import { asyncapi } from '@aos/contracts/asyncapi'
import { openapi } from '@aos/contracts/openapi'
import { usualPricing } from '@aos/contracts/pricing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type GatewayUnderTest, startGateway } from './gateway-harness.ts'

let gateway: GatewayUnderTest
beforeAll(async () => {
  gateway = await startGateway({ TRACE_URL: 'http://traces.example.com/{traceId}' })
})
afterAll(() => gateway.stop())

const read = async (path: string) => (await fetch(`${gateway.url}${path}`)).json()

it('serves the OpenAPI document of this version', async () => {
  expect(await read('/api/openapi.json')).toEqual(JSON.parse(JSON.stringify(openapi('1.2.3'))))
})

it('serves the AsyncAPI document of this version', async () => {
  expect(await read('/api/asyncapi.json')).toEqual(JSON.parse(JSON.stringify(asyncapi('1.2.3'))))
})

it('tells what a client needs to know before it places an order', async () => {
  expect(await read('/api/v1/checkout')).toEqual({
    currency: 'EUR',
    pricing: usualPricing,
    broker: { scriptUrl: 'https://js.broker.example.com/v3/', publishableKey: 'pk_test_harness' },
    traceUrl: 'http://traces.example.com/{traceId}',
  })
})

it.each(['/healthz', '/readyz', '/metrics'])('%s answers without the sidecar', async (path) => {
  expect((await fetch(`${gateway.url}${path}`)).status).toBe(200)
  expect(gateway.calls).toEqual([])
})
