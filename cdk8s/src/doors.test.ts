import { describe, expect, it } from 'vitest'
import {
  aProductionStore,
  aRichCluster,
  aStore,
  find,
  type Manifest,
  namesOf,
  render,
} from './store.samples.ts'

const doorsOf = (ingress: Manifest): string[] =>
  ingress.spec.rules.flatMap(({ host, http }: Manifest) =>
    http.paths.map(({ path, backend }: Manifest) => `${host}${path} ${backend.service.name}`),
  )

it('the shop is the web app, and below it the API and the webhooks of the gateway', () => {
  expect(doorsOf(find(render(aProductionStore()), 'Ingress', 'shop'))).toEqual([
    'shop.example.com/api gateway',
    'shop.example.com/webhooks gateway',
    'shop.example.com/ web',
  ])
})

it('simulators have hosts of their own', () => {
  expect(doorsOf(find(render(aStore()), 'Ingress', 'shop')).slice(3)).toEqual([
    'payment-broker.shop.example.com/ payment-broker',
    'carrier.shop.example.com/ carrier',
    'mailbox.shop.example.com/ mailbox',
  ])
})

describe('with TLS', () => {
  const manifests = render(aProductionStore({ ingress: { tls: { issuer: 'letsencrypt' } } }))

  it('a certificate is asked for, for every host', () => {
    const ingress = find(manifests, 'Ingress', 'shop')
    expect(ingress.metadata.annotations).toEqual({ 'cert-manager.io/cluster-issuer': 'letsencrypt' })
    expect(ingress.spec.tls).toEqual([{ hosts: ['shop.example.com'], secretName: 'store-tls' }])
  })

  it('cookies travel encrypted only, and browsers are told to stay', () => {
    expect(environmentOf(find(manifests, 'Deployment', 'gateway'), 'SECURE_COOKIES')).toBe('true')
    const headers = find(manifests, 'ConfigMap', 'web').data['security.conf']
    expect(headers).toContain('add_header strict-transport-security')
    expect(headers).toContain("script-src 'self' https://js.stripe.com")
  })
})

it('without TLS cookies travel as they come, and links are plain', () => {
  const manifests = render(aStore())
  expect(environmentOf(find(manifests, 'Deployment', 'gateway'), 'SECURE_COOKIES')).toBe('false')
  expect(environmentOf(find(manifests, 'Deployment', 'notifications'), 'SHOP_URL')).toBe(
    'http://shop.example.com',
  )
})

it('the gateway knows how many proxies are in front, and what one address may ask for', () => {
  const gateway = find(
    render(aStore({ ingress: { proxies: 2, limitAddresses: false } })),
    'Deployment',
    'gateway',
  )
  expect(environmentOf(gateway, 'PROXIES')).toBe('2')
  expect(environmentOf(gateway, 'RATE_LIMIT_ADDRESS')).toBe('0')
  expect(environmentOf(find(render(aStore()), 'Deployment', 'gateway'), 'RATE_LIMIT_ADDRESS')).toBeUndefined()
})

it('changed headers start the static server anew', () => {
  const annotations = (...args: Parameters<typeof aStore>) =>
    find(render(aStore(...args)), 'Deployment', 'web').spec.template.metadata.annotations
  expect(annotations({ host: 'other.example.com' })).not.toEqual(annotations())
})

it('a Gateway has a route for each host, and no Ingress beside it', () => {
  const ingress = { type: 'HTTPRoute', gateway: { name: 'public' } } as const
  const manifests = render(aStore({ ingress }), aRichCluster())
  expect(namesOf(manifests, 'HTTPRoute')).toEqual(['shop', 'payment-broker', 'carrier', 'mailbox'])
  expect(namesOf(manifests, 'Ingress')).toEqual([])
})

const environmentOf = (deployment: Manifest, name: string): string | undefined =>
  deployment.spec.template.spec.containers[0].env.find((variable: Manifest) => variable.name === name)?.value
