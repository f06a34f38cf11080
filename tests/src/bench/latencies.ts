export interface Latencies {
  p50: number
  p90: number
  p99: number
  max: number
}

/** Nearest rank: a latency that was really seen. */
export function latenciesOf(millis: readonly number[]): Latencies {
  const sorted = millis.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) }
}
