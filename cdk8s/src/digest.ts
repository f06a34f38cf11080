import { createHash } from 'node:crypto'

/** Short, and the same for the same value: for names and annotations that change when it does. */
export const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 10)
