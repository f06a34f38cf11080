import { createLogger } from '@aos/chassis/logger'
import { afterEach, describe, expect, test } from 'vitest'
import { Queue } from './queue.ts'

const logger = createLogger('queue-test', 'error')
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

let queue: Queue
afterEach(() => queue.stop())

const aQueue = (work: (key: string) => Promise<number | undefined>) => {
  queue = new Queue({
    work,
    logger: Object.assign(logger, { level: 'silent' }),
    settleMs: 50,
    maxBackOffMs: 400,
  })
  return queue
}

describe('a key', () => {
  test('that is added many times is worked on once', async () => {
    const worked: string[] = []
    aQueue(async (key) => void worked.push(key))
    for (let i = 0; i < 5; i++) queue.add('shop')
    await pause(300)
    expect(worked).toEqual(['shop'])
  })

  test('that is added while it is worked on is worked on again afterwards, never twice at once', async () => {
    let running = 0
    let most = 0
    let times = 0
    aQueue(async () => {
      most = Math.max(most, ++running)
      times += 1
      await pause(60)
      running -= 1
      return undefined
    })
    queue.add('shop')
    await pause(80)
    queue.add('shop')
    queue.add('shop')
    await pause(300)
    expect({ most, times }).toEqual({ most: 1, times: 2 })
  })

  test('that fails comes again later and later, and news does not hurry it', async () => {
    const at: number[] = []
    aQueue(async () => {
      at.push(performance.now())
      throw new Error('no')
    })
    queue.add('shop')
    const news = setInterval(() => queue.add('shop'), 5)
    await pause(1000)
    clearInterval(news)
    expect(at.length).toBeLessThanOrEqual(4)
    expect(at.length).toBeGreaterThanOrEqual(2)
  })

  test('comes again when it asked to', async () => {
    let times = 0
    aQueue(async () => (++times < 3 ? 10 : undefined))
    queue.add('shop')
    await pause(250)
    expect(times).toBe(3)
  })

  test('that is slow does not hold another one', async () => {
    const worked: string[] = []
    aQueue(async (key) => {
      if (key === 'slow') await pause(200)
      worked.push(key)
      return undefined
    })
    queue.add('slow')
    queue.add('quick')
    await pause(150)
    expect(worked).toEqual(['quick'])
  })
})
