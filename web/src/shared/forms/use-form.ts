import { useMutation } from '@tanstack/react-query'
import { type ChangeEvent, type FormEvent, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { type Errors, errorsOf, type Values } from './form-errors.ts'

interface FormOptions<V extends Values, Answer> {
  initial: V
  /** Comes while the form is filled in, with the library that it is made of. */
  schema: () => Promise<z.ZodType>
  /** What the schema checks, made of what stands in the fields. */
  bodyOf?: (values: V) => unknown
  /** What to do about each field that is not right. */
  remedies: Record<keyof V, string>
  send: (values: V) => Promise<Answer>
  onDone: (answer: Answer, values: V) => unknown
}

/** What somebody types, what is wrong with it, and what became of sending it. */
export function useForm<V extends Values, Answer>(options: FormOptions<V, Answer>) {
  const { initial, bodyOf = (it) => it, remedies } = options
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Errors<V>>({})
  const form = useRef<HTMLFormElement>(null)
  const isBusy = useRef(false)
  const loadChecks = useRef(() => Promise.all([import('./errors-in.ts'), options.schema()]))

  useEffect(() => void loadChecks.current().catch(() => {}), [])

  const sending = useMutation({
    mutationFn: () => options.send(values),
    onSuccess: (answer) => options.onDone(answer, values),
    onError: (failure) => complain(errorsOf<V>(failure, remedies) ?? {}),
  })

  function complain(found: Errors<V>): void {
    setErrors(found)
    const [first] = Object.keys(initial).filter((field) => found[field] !== undefined)
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
  }

  /** What never came cannot check anything: then the shop says what is wrong. */
  async function check(): Promise<Errors<V>> {
    const checks = await loadChecks.current().catch(() => undefined)
    if (!checks) return {}
    const [{ errorsIn }, schema] = checks
    return errorsIn<V>(schema, bodyOf(values), remedies)
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isBusy.current) return
    isBusy.current = true
    try {
      const found = await check()
      complain(found)
      // What goes wrong from here on is shown.
      if (Object.keys(found).length === 0) await sending.mutateAsync().catch(() => {})
    } finally {
      isBusy.current = false
    }
  }

  const isBesideAField = sending.error !== null && errorsOf<V>(sending.error, remedies) !== undefined

  return {
    /** For the form element. Its fields are checked here, in our words. */
    form: { ref: form, onSubmit: submit, noValidate: true },
    /** For the input of a field. */
    field: (name: keyof V & string) => ({
      name,
      value: values[name],
      error: errors[name],
      required: true,
      onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>) => {
        setValues((known) => ({ ...known, [name]: target.value }))
        // A complaint goes as soon as what it is about was changed.
        setErrors(({ [name]: _, ...others }) => others as Errors<V>)
      },
    }),
    /** Back to what it began with, for another one. */
    reset: () => setValues(initial),
    isSending: sending.isPending,
    /** What went wrong that no field can help. */
    trouble: isBesideAField ? undefined : (sending.error?.message ?? undefined),
  }
}
