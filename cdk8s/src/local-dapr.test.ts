import { expect, it } from 'vitest'
import { localDapr } from './local-dapr.ts'

const { 'configuration.yaml': configuration = '' } = localDapr({
  kafkaBrokers: '127.0.0.1:9092',
  stateDatabaseUrl: 'postgres://127.0.0.1/state',
  traceSampling: 0.1,
  nameResolutionFile: '/data/names.db',
})
const secondsOf = (name: string): number =>
  Number(new RegExp(` ${name}: (\\d+)s$`, 'm').exec(configuration)?.[1])

it('sidecars of one machine stay known while it is too busy to let them say that they are there', () => {
  // Who says it later than this after its turn is unknown to the others.
  expect(secondsOf('timeout')).toBeGreaterThanOrEqual(10)
  expect(secondsOf('updateInterval')).toBeGreaterThan(secondsOf('timeout'))
})

it('nobody cleans up after them: it would be those that are there who go', () => {
  expect(secondsOf('cleanupInterval')).toBe(0)
})
