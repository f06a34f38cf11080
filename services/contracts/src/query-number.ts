import { z } from 'zod'

/** A number in an address, where everything is text; no text at all would else count as 0. */
export const queryNumber = (change: (number: z.ZodCoercedNumber) => z.ZodCoercedNumber) =>
  z.preprocess((text) => (text === '' ? Number.NaN : text), change(z.coerce.number()))

export const pageNumber = queryNumber((number) => number.int().min(1).max(10_000)).default(1)
