import { expect, it } from 'vitest'
import { megabytesByPart, millicores } from './pod-usage.ts'

const usage = (name: string, bytes: number, cpuSeconds = 0, at = 0) => ({
  namespace: 'shop',
  name,
  bytes,
  cpuSeconds,
  at,
})

it('memory is summed up by what made the pods', () => {
  const pods = [
    usage('orders-7d9f8b6c5d-x2x7k', 100e6),
    usage('orders-7d9f8b6c5d-abcde', 50e6),
    usage('postgres-0', 30e6),
    usage('payment-broker-5f4d8c9b7-zzzzz', 20e6),
  ]
  expect(megabytesByPart(pods)).toEqual({ orders: 150, postgres: 30, 'payment-broker': 20 })
})

it('processor time counts per second between the two looks', () => {
  const before = [usage('operator-7d9f8b6c5d-x2x7k', 0, 10, 1000)]
  const after = [
    usage('operator-7d9f8b6c5d-x2x7k', 0, 10.5, 11_000),
    usage('new-7d9f8b6c5d-x2x7k', 0, 9, 11_000),
  ]
  expect(millicores(before, after)).toBeCloseTo(50)
})
