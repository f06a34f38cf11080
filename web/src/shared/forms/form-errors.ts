import { Refusal } from '../api/failures.ts'
import { shell } from '../messages/shell.ts'

export type Values = Record<string, string>
export type Errors<V extends Values> = Partial<Record<keyof V, string>>

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

/** Each complaint beside the field that it is about, in words of ours where we have them. */
export function byField<V extends Values>(
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
