import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type Stripe from 'stripe'
import { expect, test, vi } from 'vitest'
import { aPayment, PUBLISHABLE_KEY, SECRET_KEY, stripeAt } from './testing/a-broker.ts'
import { dataDir } from './testing/data-dir.ts'
import { eventually } from './testing/eventually.ts'
import { jsonOf } from './testing/json.ts'

vi.setConfig({ testTimeout: 30_000 })

const main = new URL('./main.ts', import.meta.url).pathname

async function start(name: string, environment: Record<string, string>) {
  const child = spawn(process.execPath, [main, name], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const { url } = JSON.parse(line)
    if (url) return { child, url: String(url) }
  }
  throw new Error(`${name} ended before it listened`)
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') {
  const exited = once(child, 'exit')
  child.kill(signal)
  return exited
}

test('a broker killed under load keeps every charge it confirmed, and charges none twice', async () => {
  await using dir = await dataDir()
  const environment = { PORT: '0', DATA_DIR: dir.path, SECRET_KEY, PUBLISHABLE_KEY }
  const first = await start('payment-broker', environment)
  const pay = (stripe: Stripe, order: string) =>
    stripe.paymentIntents.create(aPayment({ metadata: { order_id: order } }), { idempotencyKey: order })

  const confirmed = new Map<string, string>()
  const orders = Array.from({ length: 200 }, (_, n) => `order-${n}`)
  const waiting = [...orders]
  const before = stripeAt(first.url)
  const shopper = async () => {
    for (let order = waiting.pop(); order; order = waiting.pop()) {
      const intent = await pay(before, order).catch(() => undefined)
      if (!intent) return
      confirmed.set(order, intent.id)
    }
  }
  const shoppers = Array.from({ length: 16 }, shopper)
  await eventually(() => confirmed.size).toBeGreaterThan(50)
  await end(first.child, 'SIGKILL')
  await Promise.all(shoppers)
  expect(waiting).not.toEqual([])

  const second = await start('payment-broker', environment)
  const after = stripeAt(second.url)
  const again = await Promise.all(orders.map((order) => pay(after, order)))
  for (const [order, id] of confirmed) expect(again[orders.indexOf(order)]?.id).toBe(id)
  const { charges } = await jsonOf(fetch(`${second.url}/ledger`))
  expect(charges.map(({ orderId }: { orderId: string }) => orderId).sort()).toEqual(orders.toSorted())
  expect(await end(second.child, 'SIGTERM')).toEqual([0, null])
})

test.each([
  ['carrier', { API_TOKEN: 'token' }],
  ['mailbox', { MAILBOX_PORT: '0', SMTP_PORT: '0' }],
])('the %s starts as a process of its own and stops when told', async (name, more) => {
  await using dir = await dataDir()
  const { child, url } = await start(name, { PORT: '0', DATA_DIR: dir.path, ...more })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect(await end(child, 'SIGTERM')).toEqual([0, null])
})

test('an environment that is not right is told in one message', async () => {
  const child = spawn(process.execPath, [main, 'payment-broker'], {
    env: { PORT: 'x', WEBHOOK_URL: 'http://127.0.0.1/' },
  })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  const [code] = await once(child, 'close')
  expect(code).toBe(1)
  for (const name of ['PORT', 'DATA_DIR', 'SECRET_KEY', 'PUBLISHABLE_KEY']) expect(said).toContain(name)
})
