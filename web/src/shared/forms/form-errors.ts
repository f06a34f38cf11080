import '../zod-without-eval.ts'
import type { z } from 'zod'
import { Refusal } from '../api/failures.ts'
import { shell } from '../messages/shell.ts'

export type Values = Record<string, string>
export type Errors<V extends Values> = Partial<Record<keyof V, string>>

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

/** The shop's own complaints, beside the fields they are about; undefined: they are about none of them. */
export function errorsOf<V extends Values>(
  failure: Error,
  remedies: Record<keyof V, string>,
): Errors<V> | undefined {
  if (!(failure instanceof Refusal)) return undefined
  const errors = byField<V>(
    (failure.problem.errors ?? []).map(({ path, message }) => [path.split('.'), message]),
    remedies,
  )
  return Object.keys(errors).length > 0 ? errors : undefined
}

function byField<V extends Values>(
  complaints: [path: PropertyKey[], message: string | undefined][],
  remedies: Record<keyof V, string>,
): Errors<V> {
  const known = complaints.flatMap(([path, message]) => {
    // What is wrong may lie within what stands in one field, as the amount of a price does.
    const field = path.findLast((part) => Object.hasOwn(remedies, part))
    if (field === undefined) return []
    const remedy = remedies[field as keyof V]
    return [[field, message === undefined ? remedy : shell.failure.field(message, remedy)]]
  })
  return Object.fromEntries(known) as Errors<V>
}
