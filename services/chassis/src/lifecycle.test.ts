import { describe, expect, it } from 'vitest'
import { Lifecycle } from './lifecycle.ts'
import { createLogger } from './logger.ts'

const aLifecycle = () => new Lifecycle(createLogger('orders', 'fatal'))

describe('a lifecycle', () => {
  it('stops last what was started first, one after the other', async () => {
    const lifecycle = aLifecycle()
    const stopped: string[] = []
    for (const name of ['database', 'relay', 'server'])
      lifecycle.onStop(name, async () => {
        await Promise.resolve()
        stopped.push(name)
      })
    await lifecycle.stop()
    expect(stopped).toEqual(['server', 'relay', 'database'])
  })

  it('stops once, however often it is asked', async () => {
    const lifecycle = aLifecycle()
    let stops = 0
    lifecycle.onStop('something', () => {
      stops += 1
    })
    await Promise.all([lifecycle.stop(), lifecycle.stop()])
    expect(stops).toBe(1)
  })

  it('a stop that fails does not keep the others from stopping', async () => {
    const lifecycle = aLifecycle()
    let isClosed = false
    lifecycle.onStop('the database', () => {
      isClosed = true
    })
    lifecycle.onStop('the relay', () => {
      throw new Error('cannot')
    })
    await lifecycle.stop()
    expect(isClosed).toBe(true)
  })

  it('says from the beginning of its stop that it is stopping', async () => {
    const lifecycle = aLifecycle()
    expect(lifecycle.isStopping).toBe(false)
    const stopping = lifecycle.stop()
    expect(lifecycle.isStopping).toBe(true)
    await stopping
  })
})
