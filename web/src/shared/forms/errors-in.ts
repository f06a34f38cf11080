import '../zod-without-eval.ts'
import type { z } from 'zod'
import { byField, type Errors, type Values } from './form-errors.ts'

/** By the very schema that the shop will check it by; in words of ours, where we have them. */
export function errorsIn<V extends Values>(
  schema: z.ZodType,
  body: unknown,
  remedies: Record<keyof V, string>,
): Errors<V> {
  const checked = schema.safeParse(body)
  if (checked.success) return {}
  return byField(
    checked.error.issues.map(({ path }) => [path, undefined]),
    remedies,
  )
}
