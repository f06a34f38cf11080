import type { LoopResult } from './loops.ts'
import type { Cost } from './process-costs.ts'

export interface BenchReport {
  inFlight: number
  closed: LoopResult
  open: { rate: number; result: LoopResult }[]
  processes: { name: string; cpuMsPerOrder: number; memoryMb: number }[]
  limits: {
    pgbenchPerSecond: number | undefined
    kafkaOneByOnePerSecond: number
    kafkaBatchesOf100PerSecond: number
  }
}

export const spent = (
  before: ReadonlyMap<string, Cost>,
  after: ReadonlyMap<string, Cost>,
  orders: number,
): BenchReport['processes'] =>
  [...after]
    .map(([name, { cpuMs, memoryMb }]) => ({
      name,
      cpuMsPerOrder: (cpuMs - (before.get(name)?.cpuMs ?? 0)) / orders,
      memoryMb,
    }))
    .sort((a, b) => b.cpuMsPerOrder - a.cpuMsPerOrder)

const ms = (millis: number) => `${millis.toFixed(0)} ms`.padStart(9)

const latencyLine = (name: string, { sagas, perSecond, latency }: LoopResult) =>
  `${name.padEnd(24)}${perSecond.toFixed(1).padStart(8)}/s${ms(latency.p50)}${ms(latency.p90)}${ms(latency.p99)}${ms(latency.max)}  ${sagas} sagas`

export function tableOf({ inFlight, closed, open, processes, limits }: BenchReport): string {
  const total = processes.reduce((sum, { cpuMsPerOrder }) => sum + cpuMsPerOrder, 0)
  const memory = processes.reduce((sum, { memoryMb }) => sum + memoryMb, 0)
  return [
    `${'order to approved'.padEnd(24)}${'sagas'.padStart(8)}  ${['p50', 'p90', 'p99', 'max'].map((name) => name.padStart(9)).join('')}`,
    latencyLine(`closed, ${inFlight} in flight`, closed),
    ...open.map(({ rate, result }) => latencyLine(`open, ${rate}/s`, result)),
    '',
    'process (closed loop)    CPU per order    memory',
    ...processes.map(
      ({ name, cpuMsPerOrder, memoryMb }) =>
        `${name.padEnd(24)} ${cpuMsPerOrder.toFixed(2).padStart(9)} ms ${memoryMb.toFixed(0).padStart(6)} MB`,
    ),
    `${'all'.padEnd(24)} ${total.toFixed(2).padStart(9)} ms ${memory.toFixed(0).padStart(6)} MB`,
    '',
    'what the machine does at most, in the same run',
    `pgbench -N, 8 clients                 ${limits.pgbenchPerSecond?.toFixed(0) ?? 'pgbench is not installed'} transactions/s`,
    `Kafka producer, one by one            ${limits.kafkaOneByOnePerSecond.toFixed(0)} messages/s`,
    `Kafka producer, in batches of 100     ${limits.kafkaBatchesOf100PerSecond.toFixed(0)} messages/s`,
  ].join('\n')
}
