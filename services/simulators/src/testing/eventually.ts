import { expect } from 'vitest'

/** Waits as long as a busy machine may need. */
export const eventually = <Value>(read: () => Value) => expect.poll(read, { timeout: 15_000, interval: 10 })
