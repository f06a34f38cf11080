import { describe, expect, it, vi } from 'vitest'
import { isPassing, patiently } from './patiently.ts'

const fault = (code: string) => Object.assign(new Error(code), { code })

it.each([
  ['a host that has no address yet', fault('ENOTFOUND'), true],
  ['a server that still starts', fault('57P03'), true],
  ['a database that is still to be made', fault('3D000'), true],
  ['none of several addresses answering', new AggregateError([fault('ECONNREFUSED')]), true],
  ['a connection that ended', new Error('Connection terminated unexpectedly'), true],
  ['a mistake in a migration', fault('42601'), false],
])('%s', (_, error, passes) => {
  expect(isPassing(error)).toBe(passes)
})

describe('patience', () => {
  it('does it again until it works', async () => {
    const work = vi.fn().mockRejectedValueOnce(fault('ECONNREFUSED')).mockResolvedValue('done')
    expect(await patiently(work, { ms: 60_000, passes: isPassing, pauseMs: 1 })).toBe('done')
    expect(work).toHaveBeenCalledTimes(2)
  })

  it('ends with what will not pass, at once', async () => {
    const work = vi.fn().mockRejectedValue(fault('42601'))
    await expect(patiently(work, { ms: 60_000, passes: isPassing })).rejects.toThrow('42601')
    expect(work).toHaveBeenCalledTimes(1)
  })

  it('ends with the last fault when its time is up', async () => {
    const work = () => Promise.reject(fault('ECONNREFUSED'))
    await expect(patiently(work, { ms: 20, passes: isPassing, pauseMs: 5 })).rejects.toThrow('ECONNREFUSED')
  })
})
