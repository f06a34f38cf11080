import { setImmediate as turn } from 'node:timers/promises'
import { until } from '@aos/tests/harness/until'
import { afterEach, describe, expect, it } from 'vitest'
import { createLogger } from './logger.ts'
import { Worker } from './worker.ts'

const logger = createLogger('orders', 'fatal')
const workers: Worker<string>[] = []
afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.stop())))

interface Given {
  perform: (task: string) => Promise<unknown>
  claimDue?: () => Promise<string[]>
  concurrency?: number
}

function aWorker({ perform, claimDue = async () => [], concurrency = 2 }: Given): Worker<string> {
  const idOf = (task: string) => task
  const worker = new Worker({ name: 'test', concurrency, claimDue, idOf, perform, logger, pollMs: 10 })
  workers.push(worker)
  return worker
}

describe('a worker', () => {
  it('performs what it is given at once', async () => {
    const done: string[] = []
    aWorker({ perform: async (task) => done.push(task) }).push(['a', 'b'])
    await turn()
    expect(done).toEqual(['a', 'b'])
  })

  it('performs no more at once than it may', async () => {
    let running = 0
    let most = 0
    const done: string[] = []
    const perform = async (task: string) => {
      running += 1
      most = Math.max(most, running)
      await turn()
      running -= 1
      done.push(task)
    }
    aWorker({ perform, concurrency: 2 }).push(['a', 'b', 'c', 'd', 'e'])
    await until('all are done', () => done.length === 5)
    expect(most).toBe(2)
  })

  it('does not begin a task that it is performing or has queued', async () => {
    const done: string[] = []
    const perform = async (task: string) => {
      await turn()
      done.push(task)
    }
    const worker = aWorker({ perform, concurrency: 1 })
    worker.push(['a', 'b'])
    worker.push(['a', 'b', 'a'])
    await until('both are done', () => done.length >= 2)
    await turn()
    expect(done).toEqual(['a', 'b'])
  })

  it('finds by polling what nobody handed over', async () => {
    const due = [['left over']]
    const done: string[] = []
    const worker = aWorker({
      perform: async (task) => done.push(task),
      claimDue: async () => due.shift() ?? [],
    })
    worker.start()
    await until('it is done', () => done.includes('left over'))
  })

  it('a task that failed is performed again once it is claimed again', async () => {
    let attempts = 0
    const perform = async () => {
      attempts += 1
      if (attempts < 3) throw new Error('not now')
    }
    const worker = aWorker({ perform, claimDue: async () => (attempts < 3 ? ['a'] : []) })
    worker.start()
    await until('it was tried three times', () => attempts === 3)
  })

  it('goes on polling after a failure to look for work', async () => {
    let polls = 0
    const claimDue = async () => {
      polls += 1
      if (polls === 1) throw new Error('no database')
      return []
    }
    aWorker({ perform: async () => {}, claimDue }).start()
    await until('it looked again', () => polls > 2)
  })

  it('stop waits for what runs and begins nothing new', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const done: string[] = []
    const perform = async (task: string) => {
      await promise
      done.push(task)
    }
    const worker = aWorker({ perform, concurrency: 1 })
    worker.push(['running', 'queued'])
    let isStopped = false
    const stopping = worker.stop().then(() => {
      isStopped = true
    })
    await turn()
    expect(isStopped).toBe(false)
    resolve()
    await stopping
    expect(done).toEqual(['running'])
  })
})
