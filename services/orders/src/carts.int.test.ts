import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Database } from '@aos/chassis/database'
import { KeyedState } from '@aos/chassis/keyed-state'
import { Sidecar } from '@aos/chassis/sidecar'
import type { Line } from '@aos/contracts/order-parts'
import { testDatabase } from '@aos/tests/harness/database'
import { testKafka } from '@aos/tests/harness/kafka'
import { freeServicePorts, testSidecar } from '@aos/tests/harness/sidecar'
import { until } from '@aos/tests/harness/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Carts, setCartLine, showCart } from './cart.ts'

const TTL_S = 100

async function startState() {
  const kafka = await testKafka()
  const { url, stop: dropDatabase } = await testDatabase('chassis')
  const ports = await freeServicePorts('orders')
  const app = createServer((_, response) => response.setHeader('content-type', 'application/json').end('[]'))
  await new Promise<void>((resolve) => app.listen(ports.app, '127.0.0.1', resolve))
  const daprd = await testSidecar({ service: 'orders', ports, brokers: kafka.brokers, stateDatabaseUrl: url })
  const sidecar = new Sidecar({ DAPR_HTTP_PORT: ports.daprHttp })
  return {
    database: new Database({ DATABASE_URL: url, DATABASE_CONNECTIONS: 2 }),
    cartsFor: (ttlSeconds: number): Carts =>
      new KeyedState<{ lines: Line[] }>(sidecar.client, 'cart', ttlSeconds),
    async stop() {
      await this.database.close()
      await sidecar.close()
      await daprd.stop()
      app.closeAllConnections()
      app.close()
      await dropDatabase()
      await kafka.stop()
    },
  }
}

let state: Awaited<ReturnType<typeof startState>>
let carts: Carts
beforeAll(async () => {
  state = await startState()
  carts = state.cartsFor(TTL_S)
})
afterAll(() => state.stop())

const anOwner = () => `guest:${randomUUID()}`
const kettle = { sku: 'KET-001', quantity: 1 }
const cup = { sku: 'CUP-001', quantity: 2 }

async function etagOf(owner: string): Promise<string> {
  const stored = await carts.read(owner)
  if (!stored) throw new Error(`${owner} has no cart`)
  return stored.etag
}

describe('a cart in the state store', () => {
  it('is empty at first', async () => {
    expect(await showCart(carts, anOwner())).toEqual({ lines: [] })
  })

  it('keeps its lines, changes how many, and takes them out', async () => {
    const owner = anOwner()
    await setCartLine(carts, owner, kettle)
    const changed = await setCartLine(carts, owner, cup)
    expect(changed).toEqual({ lines: [kettle, cup], etag: expect.any(String) })
    expect(await showCart(carts, owner)).toEqual(changed)
    await setCartLine(carts, owner, { ...kettle, quantity: 3 })
    await setCartLine(carts, owner, { ...cup, quantity: 0 })
    expect((await showCart(carts, owner)).lines).toEqual([{ ...kettle, quantity: 3 }])
  })

  it('is not overwritten by who saw an earlier state of it', async () => {
    const owner = anOwner()
    await carts.write(owner, { lines: [kettle] }, undefined)
    const etag = await etagOf(owner)
    await carts.write(owner, { lines: [cup] }, etag)
    await expect(carts.write(owner, { lines: [] }, etag)).rejects.toMatchObject({ kind: 'conflict' })
    expect((await showCart(carts, owner)).lines).toEqual([cup])
  })

  it('keeps changes that are made at the same time', async () => {
    const owner = anOwner()
    await setCartLine(carts, owner, { sku: 'LMP-001', quantity: 1 })
    await Promise.all([setCartLine(carts, owner, kettle), setCartLine(carts, owner, cup)])
    expect((await showCart(carts, owner)).lines.map(({ sku }) => sku).toSorted()).toEqual([
      'CUP-001',
      'KET-001',
      'LMP-001',
    ])
  })

  it('keeps what is put into it first at the same time', async () => {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const owner = anOwner()
      await Promise.all([setCartLine(carts, owner, kettle), setCartLine(carts, owner, cup)])
      expect((await showCart(carts, owner)).lines).toHaveLength(2)
    }
  })

  it('is emptied only in the state that was ordered', async () => {
    const owner = anOwner()
    await setCartLine(carts, owner, kettle)
    const ordered = await etagOf(owner)
    await setCartLine(carts, owner, cup)
    await carts.remove(owner, ordered)
    expect((await showCart(carts, owner)).lines).toEqual([kettle, cup])
    await carts.remove(owner, await etagOf(owner))
    expect(await showCart(carts, owner)).toEqual({ lines: [] })
    await carts.remove(owner, ordered)
  })

  it('is forgotten when nobody touches it', async () => {
    const owner = anOwner()
    await state.cartsFor(1).write(owner, { lines: [kettle] }, undefined)
    expect((await showCart(carts, owner)).lines).toEqual([kettle])
    await until('it is gone', async () => (await carts.read(owner)) === undefined, { withinMs: 10_000 })
  })

  it('is kept from then on when it is touched', async () => {
    const owner = anOwner()
    await state.cartsFor(1).write(owner, { lines: [kettle] }, undefined)
    await setCartLine(carts, owner, cup)
    await sleep(1_500)
    expect((await showCart(carts, owner)).lines).toEqual([kettle, cup])
  })
})

describe('a state store that fails is unavailable', () => {
  const unavailable = { kind: 'unavailable', code: 'state-unavailable' }
  const rename = (from: string, to: string) =>
    state.database.knex.raw('ALTER TABLE ?? RENAME TO ??', [from, to])

  /** A cart with a kettle, whose store then fails while `work` goes on. */
  async function whileAway(work: (owner: string, etag: string) => Promise<void>) {
    const owner = anOwner()
    await carts.write(owner, { lines: [kettle] }, undefined)
    const etag = await etagOf(owner)
    await rename('state', 'away')
    try {
      await work(owner, etag)
    } finally {
      await rename('away', 'state')
    }
    expect((await showCart(carts, owner)).lines).toEqual([kettle])
  }

  it('to who writes', () =>
    whileAway(async (owner, etag) => {
      await expect(carts.write(owner, { lines: [] }, undefined)).rejects.toMatchObject(unavailable)
      await expect(carts.write(owner, { lines: [] }, etag)).rejects.toMatchObject(unavailable)
    }))

  it('to who removes', () =>
    whileAway(async (owner, etag) => {
      await expect(carts.remove(owner, etag)).rejects.toMatchObject(unavailable)
    }))

  it('to who reads', () =>
    whileAway(async (owner) => {
      await expect(carts.read(owner)).rejects.toMatchObject(unavailable)
    }))
})
