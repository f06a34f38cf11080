export interface Form {
  [name: string]: string | Form
}

/** Objects without a prototype: a field may be called `__proto__` and means nothing by it. */
const emptyForm = (): Form => Object.create(null)

/** Reads `a[b][0]=c` as Stripe does; list positions stay keys. */
export function readForm(text: string): Form {
  const form = emptyForm()
  for (const [name, value] of new URLSearchParams(text)) put(form, pathOf(name), value)
  return form
}

export function valueAt(form: Form, path: PropertyKey[]): string | Form | undefined {
  let value: string | Form | undefined = form
  for (const part of path) value = typeof value === 'object' ? value[String(part)] : undefined
  return value
}

function pathOf(name: string): string[] {
  const [first = '', ...rest] = name.split('[')
  return [first, ...rest.map((part) => part.replace(/\]$/, ''))]
}

function put(form: Form, [first = '', ...rest]: string[], value: string): void {
  const name = first === '' ? String(Object.keys(form).length) : first
  if (rest.length === 0) {
    form[name] = value
    return
  }
  const inner = form[name]
  const next = typeof inner === 'object' ? inner : emptyForm()
  form[name] = next
  put(next, rest, value)
}
