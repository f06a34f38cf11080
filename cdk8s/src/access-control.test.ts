import { IDENTITY_PATH } from '@aos/contracts/actor'
import { type Operation, operations } from '@aos/contracts/api'
import { serviceNames } from '@aos/contracts/services'
import { expect, it } from 'vitest'
import { accessControl, allowedOperations } from './access-control.ts'

/** As daprd finds a rule: the first one whose path is the request's or one above it decides by its verbs. */
function isAllowed(service: (typeof serviceNames)[number], verb: string, path: string): boolean {
  const rule = allowedOperations(service).find(({ name }) => path === name || path.startsWith(`${name}/`))
  return rule?.httpVerb.includes(verb) ?? false
}

const served = Object.values<Operation>(operations).filter(({ service }) => service !== 'gateway')

it.each(served)('$service lets the gateway $method $path', ({ service, method, path }) => {
  expect(isAllowed(service, method.toUpperCase(), path.replace(/\{\w+\}/g, 'x1'))).toBe(true)
})

it.each([
  ['orders', 'POST', '/messages/stock.events'],
  ['orders', 'GET', '/dapr/subscribe'],
  ['orders', 'DELETE', '/api/v1/orders'],
  ['orders', 'GET', '/api/v1/products'],
  ['orders', 'GET', '/metrics'],
  ['orders', 'GET', '/identity'],
  ['stock', 'POST', '/api/v1/products'],
  ['payments', 'GET', '/webhooks/payment-broker'],
  ['payments', 'POST', '/webhooks/carrier'],
  ['notifications', 'GET', '/healthz'],
  ['notifications', 'GET', '/api/v1/admin/dead-letters/stock'],
  ['notifications', 'DELETE', '/api/v1/admin/dead-letters/notifications'],
] as const)('%s does not let it %s %s', (service, verb, path) => {
  expect(isAllowed(service, verb, path)).toBe(false)
})

it('the gateway may ask accounts who is calling', () => {
  expect(isAllowed('accounts', 'GET', IDENTITY_PATH)).toBe(true)
})

it('no rule lies below another one, because daprd would never come to it', () => {
  for (const service of serviceNames) {
    const names = allowedOperations(service).map(({ name }) => name)
    for (const name of names) expect(names.filter((other) => other.startsWith(`${name}/`))).toEqual([])
  }
})

it.each(serviceNames)('%s refuses everybody else', (service) => {
  const { defaultAction, policies } = accessControl(service, 'shop')
  expect(defaultAction).toBe('deny')
  for (const policy of policies)
    expect(policy).toMatchObject({ appId: 'gateway', namespace: 'shop', defaultAction: 'deny' })
})

it('whom the gateway never calls, nobody calls', () => {
  expect(accessControl('gateway', 'shop').policies).toEqual([])
})
