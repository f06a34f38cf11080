import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GatewayUnderTest, json, startGateway } from './gateway-harness.ts'

const root = mkdtempSync(join(tmpdir(), 'aos-web-'))
const script = 'export {}'
let gateway: GatewayUnderTest
beforeAll(async () => {
  mkdirSync(join(root, 'assets'))
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>The app</title>')
  writeFileSync(join(root, 'assets', 'app-1a2b3c.js'), script)
  writeFileSync(join(root, 'assets', 'app-1a2b3c.js.br'), brotliCompressSync(script))
  gateway = await startGateway({ WEB_ROOT: root })
})
afterAll(async () => {
  await gateway.stop()
  rmSync(root, { recursive: true })
})

const call = (path: string, init?: RequestInit) => fetch(`${gateway.url}${path}`, init)
const asBrowser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }

describe('the web app', () => {
  it.each(['/', '/orders/0198f2c0-0000-7000-8000-000000000001', '/products/KET-001?from=mail', '/apiary'])(
    '%s is a page of it',
    async (path) => {
      const response = await call(path, asBrowser)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(await response.text()).toContain('The app')
    },
  )

  it('has files whose names change with their content, kept for long', async () => {
    const response = await call('/assets/app-1a2b3c.js')
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it('has files that the build compressed, for who accepts that', async () => {
    const compressed = await call('/assets/app-1a2b3c.js', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(compressed.headers.get('content-encoding')).toBe('br')
    expect(compressed.headers.get('content-type')).toMatch(/javascript/)
    expect(compressed.headers.get('vary')).toContain('accept-encoding')
    expect(await compressed.text()).toBe(script)
    const plain = await call('/assets/app-1a2b3c.js', { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.has('content-encoding')).toBe(false)
    expect(await plain.text()).toBe(script)
  })

  it.each(['/assets/app-of-yesterday.js', '/api/v1/nothing', '/webhooks/nothing'])(
    '%s is no page of it, whatever the caller accepts',
    async (path) => {
      const response = await call(path, asBrowser)
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    },
  )

  it('shows nothing outside of its folder', async () => {
    const response = await call('/..%2f..%2f..%2fetc%2fpasswd', { headers: { accept: 'text/plain' } })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await response.text()).not.toContain('root:')
  })

  it('is no answer to anything but GET', async () => {
    expect((await call('/orders', { ...asBrowser, method: 'POST' })).status).toBe(404)
  })

  it('does not hide that a service did not find something', async () => {
    gateway.answering((_, response) => json(response, 404, { code: 'gone' }, 'application/problem+json'))
    const response = await call('/api/v1/products/KET-001', asBrowser)
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ code: 'gone' })
  })
})

describe('security headers', () => {
  it.each(['/', '/api/v1/cart', '/api/v1/nothing', '/assets/app-1a2b3c.js'])('are on %s', async (path) => {
    const { headers } = await call(path)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'strict-transport-security': expect.stringContaining('max-age='),
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    expect(headers.has('x-powered-by')).toBe(false)
  })

  it('allow scripts and frames from here and from the payment broker only', async () => {
    const { headers } = await call('/')
    const policy = headers.get('content-security-policy') ?? ''
    const directives = Object.fromEntries(
      policy.split(';').map((one) => {
        const [name = '', ...sources] = one.trim().split(' ')
        return [name, sources.join(' ')]
      }),
    )
    expect(directives).toEqual({
      'default-src': "'self'",
      'script-src': "'self' https://js.broker.example.com",
      'frame-src': 'https://js.broker.example.com',
      'connect-src': "'self' https://api.broker.example.com",
      'img-src': "'self' data:",
      'style-src': "'self'",
      'style-src-attr': "'unsafe-inline'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
      'upgrade-insecure-requests': '',
    })
  })

  it('do not insist on HTTPS where there is none', async () => {
    const local = await startGateway({ SECURE_COOKIES: false })
    const { headers } = await fetch(`${local.url}/api/v1/cart`)
    expect(headers.has('strict-transport-security')).toBe(false)
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests')
    await local.stop()
  })
})
