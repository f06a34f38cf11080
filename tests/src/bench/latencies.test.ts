import { expect, it } from 'vitest'
import { latenciesOf } from './latencies.ts'

it('percentiles are values that were seen', () => {
  const millis = Array.from({ length: 200 }, (_, i) => 200 - i)
  expect(latenciesOf(millis)).toEqual({ p50: 100, p90: 180, p99: 198, max: 200 })
  expect(latenciesOf([7])).toEqual({ p50: 7, p90: 7, p99: 7, max: 7 })
})
