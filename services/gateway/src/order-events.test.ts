import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathTo } from '@aos/contracts/addresses'
import { until } from '@aos/tests/harness/until'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answer, type GatewayUnderTest, json, startGateway } from './gateway-harness.ts'

const ID = randomUUID()
const PATH = pathTo('watchOrder', { id: ID })
const ORDERS = `/v1.0/invoke/orders/method${pathTo('getOrder', { id: ID })}`

interface OrderSoFar {
  journey: number[]
}

/** Orders, as far as watching one order needs it: a question with `after` waits for more of the journey. */
function playOrders(journeyLength: number) {
  let journey = Array.from({ length: journeyLength }, (_, i) => i + 1)
  const waiting = new Set<ServerResponse>()
  const show = (response: ServerResponse) => json(response, 200, { journey })
  const answer: Answer = ({ url }, response) => {
    const after = new URL(url, 'http://orders').searchParams.get('after')
    if (after === null || journey.length > Number(after)) return show(response)
    waiting.add(response)
    response.once('close', () => waiting.delete(response))
  }
  return {
    answer,
    waiting,
    goOn: () => {
      journey = [...journey, journey.length + 1]
      for (const response of waiting) show(response)
    },
  }
}

let gateway: GatewayUnderTest
beforeEach(async () => {
  gateway = await startGateway()
})
afterEach(async () => {
  vi.useRealTimers()
  await gateway.stop()
})

/** Watches as a browser does: whole blocks of the stream, as they come. */
async function watch(headers: Record<string, string> = {}) {
  const closing = new AbortController()
  const response = await fetch(`${gateway.url}${PATH}`, { headers, signal: closing.signal })
  const blocks: string[] = []
  let hasEnded = false
  const read = async () => {
    const decoder = new TextDecoder()
    let rest = ''
    for await (const chunk of response.body ?? []) {
      rest += decoder.decode(chunk, { stream: true })
      const complete = rest.split('\n\n')
      rest = complete.pop() ?? ''
      blocks.push(...complete)
    }
  }
  const reading = read()
    .catch(() => {})
    .finally(() => {
      hasEnded = true
    })
  const events = () =>
    blocks
      .filter((block) => block.startsWith('id: '))
      .map((block) => {
        const [, id, data] = /^id: (\d+)\ndata: (.*)$/.exec(block) ?? []
        return { id: Number(id), journey: (JSON.parse(data ?? '{}') as OrderSoFar).journey }
      })
  return {
    response,
    blocks,
    events,
    reading,
    hasEnded: () => hasEnded,
    untilEvents: (n: number) =>
      until(`${n} events came`, () => events().length === n, { withinMs: 5_000, everyMs: 5 }),
    leave: async () => {
      closing.abort()
      await reading
    },
  }
}

describe('watching an order', () => {
  it('shows it at once and whenever its journey is longer', async () => {
    const orders = playOrders(2)
    gateway.answering(orders.answer)
    const watched = await watch()
    expect(Object.fromEntries(watched.response.headers)).toMatchObject({
      'content-type': expect.stringMatching(/^text\/event-stream/),
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    await watched.untilEvents(1)
    await until('the gateway asks for more', () => orders.waiting.size === 1)
    orders.goOn()
    await watched.untilEvents(2)
    await until('the gateway asks for what comes after that', () => orders.waiting.size === 1)
    expect(watched.events()).toEqual([
      { id: 2, journey: [1, 2] },
      { id: 3, journey: [1, 2, 3] },
    ])
    expect(gateway.calls.map(({ url }) => url).slice(0, 3)).toEqual([
      ORDERS,
      `${ORDERS}?after=2`,
      `${ORDERS}?after=3`,
    ])
    expect(await gateway.actorOf({ headers: gateway.calls[1]?.headers ?? {} })).toMatchObject({
      subject: expect.stringMatching(/^guest:/),
    })
    await watched.leave()
  })

  it('tells browsers how soon to come back', async () => {
    gateway.answering(playOrders(1).answer)
    const watched = await watch()
    await watched.untilEvents(1)
    expect(watched.blocks[0]).toBe('retry: 1000')
    await watched.leave()
  })

  it('goes on where a browser was that comes back', async () => {
    const orders = playOrders(3)
    gateway.answering(orders.answer)
    const upToDate = await watch({ 'last-event-id': '3' })
    const behind = await watch({ 'last-event-id': '2' })
    await behind.untilEvents(1)
    await until('both wait', () => orders.waiting.size === 2)
    expect(upToDate.events()).toEqual([])
    orders.goOn()
    await upToDate.untilEvents(1)
    await behind.untilEvents(2)
    expect(upToDate.events()).toEqual([{ id: 4, journey: [1, 2, 3, 4] }])
    await Promise.all([upToDate.leave(), behind.leave()])
  })

  it.each(['nonsense', '-1', '1.5', '1e999'])(
    'begins anew after the id %s, which is none of ours',
    async (id) => {
      gateway.answering(playOrders(2).answer)
      const watched = await watch({ 'last-event-id': id })
      await watched.untilEvents(1)
      expect(watched.events()).toEqual([{ id: 2, journey: [1, 2] }])
      await until('the gateway asks for more', () => gateway.calls.length === 2)
      expect(gateway.calls[1]?.url).toBe(`${ORDERS}?after=2`)
      await watched.leave()
    },
  )

  it('is kept alive while nothing happens', async () => {
    const orders = playOrders(1)
    gateway.answering(orders.answer)
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const watched = await watch()
    await watched.untilEvents(1)
    const heartbeats = () => watched.blocks.filter((block) => block === ': still here').length
    expect(heartbeats()).toBe(0)
    vi.advanceTimersByTime(45_000)
    await until('three heartbeats came', () => heartbeats() === 3, { withinMs: 5_000 })
    await watched.leave()
    await until('nothing beats any more', () => vi.getTimerCount() === 0, { withinMs: 5_000 })
  })
})

describe('before the stream begins', () => {
  it.each([
    [404, { code: 'no-such-order' }, 404, 'no-such-order'],
    [500, { errorCode: 'ERR_DIRECT_INVOKE' }, 503, 'service-unavailable'],
    [503, { code: 'database-unavailable' }, 503, 'service-unavailable'],
  ])('%i of orders is a problem', async (status, body, expected, code) => {
    gateway.answering((_, response) => json(response, status, body))
    const response = await fetch(`${gateway.url}${PATH}`)
    expect(response.status).toBe(expected)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await response.json()).toMatchObject({ status: expected, code })
  })

  it('an answer that is not JSON is a problem', async () => {
    gateway.answering((_, response) => response.writeHead(502).end('<html>Bad gateway</html>'))
    expect((await fetch(`${gateway.url}${PATH}`)).status).toBe(503)
  })

  it('what is no order id is refused without asking', async () => {
    const response = await fetch(`${gateway.url}${pathTo('watchOrder', { id: 'mine' })}`)
    expect(response.status).toBe(400)
    expect(gateway.calls).toEqual([])
  })
})

describe('while orders are away', () => {
  const faults: [string, Answer][] = [
    ['they answer with faults', (_, response) => json(response, 503, { code: 'not-ready' })],
    [
      'their sidecar does not reach them',
      (_, response) => json(response, 500, { errorCode: 'ERR_DIRECT_INVOKE' }),
    ],
    ['connections break', (_, response) => response.destroy()],
  ]
  it.each(faults)('because %s, the stream stays and goes on afterwards', async (_, fault) => {
    const orders = playOrders(1)
    gateway.answering(orders.answer)
    const watched = await watch()
    await until('the gateway asks for more', () => orders.waiting.size === 1)

    gateway.answering(fault)
    for (const response of orders.waiting) response.destroy()
    await until('the gateway asked in vain', () => gateway.calls.length > 0, { withinMs: 5_000 })
    // Not again and again at once.
    expect(gateway.calls.length).toBeLessThan(3)

    gateway.answering(orders.answer)
    orders.goOn()
    await watched.untilEvents(2)
    expect(watched.hasEnded()).toBe(false)
    await watched.leave()
  })
})

describe('the end', () => {
  it('comes quickly when the gateway stops, and lets it stop', async () => {
    gateway.answering(playOrders(1).answer)
    const watched = await Promise.all([watch(), watch(), watch()])
    await Promise.all(watched.map((one) => one.untilEvents(1)))
    const begin = performance.now()
    await gateway.stopGateway()
    await Promise.all(watched.map(({ reading }) => reading))
    expect(performance.now() - begin).toBeLessThan(1_000)
  })

  it('comes when the browser leaves: orders are not asked any more', async () => {
    const orders = playOrders(1)
    gateway.answering(orders.answer)
    const watched = await watch()
    await until('the gateway waits for more', () => orders.waiting.size === 1)
    await watched.leave()
    await until('it does not any more', () => orders.waiting.size === 0, { withinMs: 2_000 })
  })

  it('comes when the browser leaves before anything was shown', async () => {
    const orders = playOrders(1)
    const unanswered: ServerResponse[] = []
    gateway.answering((_, response) => unanswered.push(response))
    const leaving = new AbortController()
    const asked = fetch(`${gateway.url}${PATH}`, { signal: leaving.signal }).catch(() => 'left')
    await until('orders are asked', () => unanswered.length === 1)
    leaving.abort()
    expect(await asked).toBe('left')
    await sleep(100)

    gateway.answering(orders.answer)
    for (const response of unanswered) json(response, 200, { journey: [1] })
    const watched = await watch()
    await until('only the one who stayed is waited for', () => orders.waiting.size === 1)
    await sleep(100)
    expect(orders.waiting.size).toBe(1)
    await watched.leave()
  })
})

it('many who watch do not keep others from being served', async () => {
  const orders = playOrders(1)
  gateway.answering((call, response) =>
    call.url.includes('/orders/') ? orders.answer(call, response) : json(response, 200, []),
  )
  const watched = await Promise.all(Array.from({ length: 80 }, () => watch()))
  await Promise.all(watched.map(({ untilEvents }) => untilEvents(1)))
  try {
    const categories = await fetch(`${gateway.url}/api/v1/categories`, { signal: AbortSignal.timeout(1_000) })
    expect(categories.status).toBe(200)
    expect(orders.waiting.size).toBe(80)
  } finally {
    await Promise.all(watched.map(({ leave }) => leave()))
  }
})
