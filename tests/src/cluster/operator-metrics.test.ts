import { expect, it } from 'vitest'
import { metricsIn } from './operator-metrics.ts'

it('a metric is the sum over its labels, and comments are none', () => {
  const text = `# HELP store_api_writes_total What was written.
store_api_writes_total{verb="apply",kind="Deployment"} 12
store_api_writes_total{verb="delete",kind="{odd}"} 3
store_queue_depth 0
process_cpu_seconds_total 1.5e-3`
  expect(Object.fromEntries(metricsIn(text))).toEqual({
    store_api_writes_total: 15,
    store_queue_depth: 0,
    process_cpu_seconds_total: 0.0015,
  })
})
