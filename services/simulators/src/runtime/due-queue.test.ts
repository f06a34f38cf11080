import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DueQueue } from './due-queue.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('things are done in the order of their times, not of their coming', () => {
  const done: number[] = []
  const queue = new DueQueue<number>((item) => done.push(item))
  const times = Array.from({ length: 500 }, (_, n) => (n * 7919) % 500)
  for (const at of times) queue.add(at, Date.now() + at)
  vi.advanceTimersByTime(249)
  expect(done).toEqual(Array.from({ length: 250 }, (_, n) => n))
  vi.advanceTimersByTime(1000)
  expect(done).toHaveLength(500)
})

test('only one timer waits for thousands of things', () => {
  const queue = new DueQueue<number>(() => undefined)
  for (let n = 0; n < 5000; n++) queue.add(n, Date.now() + 1000 + n)
  expect(vi.getTimerCount()).toBe(1)
  queue.stop()
  expect(vi.getTimerCount()).toBe(0)
})

test('what is due at once may add what is due later', () => {
  const done: string[] = []
  const queue: DueQueue<string> = new DueQueue((item) => {
    done.push(item)
    if (item === 'dispatch') queue.add('deliver', Date.now() + 50)
  })
  queue.add('dispatch', Date.now())
  vi.advanceTimersByTime(0)
  expect(done).toEqual(['dispatch'])
  vi.advanceTimersByTime(50)
  expect(done).toEqual(['dispatch', 'deliver'])
})

test('a clock that changed its pace is asked again', () => {
  let speed = 1
  const done: string[] = []
  const start = Date.now()
  const clock = {
    now: () => (Date.now() - start) * speed,
    msUntil: (at: number) => at / speed - (Date.now() - start),
  }
  const queue = new DueQueue<string>((item) => done.push(item), clock)
  queue.add('parcel', 60_000)
  speed = 1000
  queue.rearm()
  vi.advanceTimersByTime(60)
  expect(done).toEqual(['parcel'])
})
