import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLogger } from '@aos/chassis/logger'
import { KubeConfig } from '@kubernetes/client-node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ApiServer } from './api-server.ts'
import { Lease, LeaseLost } from './lease.ts'

/** An API server that knows one object, and its rule: who writes must have read the latest version. */
let record: { metadata: { resourceVersion: string }; spec: { holderIdentity: string } } | undefined
let received: string[] = []
let server: Server
let api: ApiServer
beforeEach(async () => {
  record = undefined
  received = []
  server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const body = text && JSON.parse(text)
    received.push(`${request.method} ${text.length}`)
    const answer = (status: number, value: object) => response.writeHead(status).end(JSON.stringify(value))
    if (request.method === 'GET') return record ? answer(200, record) : answer(404, {})
    if (record && body.metadata.resourceVersion !== record.metadata.resourceVersion) return answer(409, {})
    const resourceVersion = String(Number(record?.metadata.resourceVersion ?? 0) + 1)
    record = { ...body, metadata: { ...body.metadata, resourceVersion } }
    return answer(200, record ?? {})
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const kubeConfig = new KubeConfig()
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  kubeConfig.loadFromClusterAndUser({ name: 'test', server: url, skipTLSVerify: true }, { name: 'test' })
  api = new ApiServer(kubeConfig)
})
afterEach(async () => {
  await api.close()
  server.closeAllConnections()
  server.close()
})

const logger = createLogger('lease-test', 'silent')
const aLease = (identity: string) =>
  new Lease(api, { namespace: 'shop', name: 'lease', identity, durationMs: 10_000, renewMs: 200 }, logger)

function campaign(lease: Lease) {
  const stop = new AbortController()
  let terms = 0
  const lead = async (signal: AbortSignal) => {
    terms += 1
    if (!signal.aborted) await once(signal, 'abort')
  }
  const running = lease.campaign(lead, stop.signal)
  const end = async () => {
    stop.abort()
    await running
  }
  return { end, terms: () => terms }
}

const until = async (claim: () => boolean) => {
  for (let left = 100; left > 0 && !claim(); left--) await new Promise((done) => setTimeout(done, 50))
  expect(claim()).toBe(true)
}

describe('a lease', () => {
  test('that is free is taken, and let go of at the end', async () => {
    const lease = aLease('a')
    const a = campaign(lease)
    await until(() => lease.isHeld && a.terms() === 1)
    expect(record?.spec.holderIdentity).toBe('a')
    await a.end()
    expect(record?.spec.holderIdentity).toBe('')
    expect(lease.isHeld).toBe(false)
  })

  test('that another one renews is left to it', async () => {
    const a = campaign(aLease('a'))
    await until(() => record?.spec.holderIdentity === 'a')
    const lease = aLease('b')
    const b = campaign(lease)
    await new Promise((done) => setTimeout(done, 1500))
    expect(b.terms()).toBe(0)
    expect(lease.fence).toThrow(LeaseLost)
    await a.end()
    await until(() => lease.isHeld)
    await b.end()
  })

  test('that somebody took ends the term at once when it is renewed', async () => {
    const lease = aLease('a')
    const a = campaign(lease)
    await until(() => lease.isHeld)
    if (record) record = { ...record, metadata: { resourceVersion: '99' }, spec: { holderIdentity: 'b' } }
    await until(() => !lease.isHeld)
    expect(a.terms()).toBe(1)
    await a.end()
    expect(record?.spec.holderIdentity).toBe('b')
  })
})

describe('a write', () => {
  test('whose fence is closed by the time that its connection is open does not happen', async () => {
    const write = api.write({
      method: 'POST',
      path: '/anything',
      body: { metadata: {} },
      fence: () => {
        throw new LeaseLost()
      },
    })
    await expect(write).rejects.toThrow(LeaseLost)
    expect(received).toEqual([])
  })
})
