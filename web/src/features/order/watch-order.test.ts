import type { Order } from '@aos/contracts/http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { anOrder, untilApproved } from './order.samples.ts'
import { watchOrder } from './watch-order.ts'

const placed = anOrder('placed', ['OrderPlaced'])
const approved = anOrder('approved', untilApproved)

/** A browser's, of which a test decides what comes through. */
class Stream {
  static CLOSED = 2
  static last: Stream | undefined
  readyState = 0
  onopen: () => void = () => {}
  onmessage: (event: { data: string }) => void = () => {}
  onerror: () => void = () => {}
  constructor() {
    Stream.last = this
  }
  close() {
    this.readyState = Stream.CLOSED
  }
}

let asked: string[]
let heard: Order['status'][]
let stop: () => void = () => {}

beforeEach(() => {
  vi.useFakeTimers()
  Stream.last = undefined
  asked = []
  heard = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return Response.json(approved)
  })
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const watch = () => {
  stop = watchOrder(placed, ({ status }) => heard.push(status))
}
const soon = () => vi.advanceTimersByTimeAsync(10)

describe('an order is watched', () => {
  test('by events, and nothing is asked', async () => {
    vi.stubGlobal('EventSource', Stream)
    watch()
    Stream.last?.onmessage({ data: JSON.stringify(approved) })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(heard).toEqual(['approved'])
    expect(asked).toEqual([])
  })

  test('by asking, in a browser that has no events', async () => {
    vi.stubGlobal('EventSource', undefined)
    watch()
    await soon()
    expect(heard).toEqual(expect.arrayContaining(['approved']))
    expect(asked[0]).toBe(`/api/v1/orders/${placed.id}?after=1`)
  })

  test('by asking, where the stream is refused', async () => {
    vi.stubGlobal('EventSource', Stream)
    watch()
    Stream.last?.close()
    Stream.last?.onerror()
    await soon()
    expect(heard).toContain('approved')
  })

  test('by asking, where the stream opens but something in between keeps it back', async () => {
    vi.stubGlobal('EventSource', Stream)
    watch()
    Stream.last?.onopen()
    await vi.advanceTimersByTimeAsync(4_900)
    expect(asked).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(heard).toContain('approved')
    expect(Stream.last?.readyState).toBe(Stream.CLOSED)
  })

  test('no longer than the page is open', async () => {
    vi.stubGlobal('EventSource', Stream)
    watch()
    stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toEqual([])
    expect(Stream.last?.readyState).toBe(Stream.CLOSED)
  })
})
