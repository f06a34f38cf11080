// What every frame of the broker does: it talks to the shop's page, and takes its own fields to the broker.
const query = new URLSearchParams(location.search)
const shop = query.get('parent')
const frame = query.get('frame')

export const say = (message) => window.parent.postMessage({ frame, ...message }, shop)

export const invalid = (code, message) => ({ type: 'validation_error', code, message })

const isMarked = ({ input }) => input.getAttribute('aria-invalid') === 'true'

const left = new Set()
const faultToShow = ({ input, fault }) => (left.has(input) && input.value ? fault() : undefined)

function* pairs(prefix, value) {
  if (value === undefined || value === null) return
  if (typeof value !== 'object') yield [prefix, String(value)]
  else for (const [name, inner] of Object.entries(value)) yield* pairs(`${prefix}[${name}]`, inner)
}

async function post(type, details, billingDetails) {
  try {
    const answer = await fetch('/v1/payment_methods', {
      method: 'POST',
      headers: { authorization: `Bearer ${query.get('key')}` },
      body: new URLSearchParams([
        ['type', type],
        ...pairs(type, details),
        ...pairs('billing_details', billingDetails),
      ]),
    })
    const body = await answer.json()
    return body.error ? { error: body.error } : { paymentMethod: body }
  } catch {
    const message = 'The payment broker cannot be reached. Check your connection and try again.'
    return { error: { type: 'api_connection_error', message } }
  }
}

function dress(style) {
  for (const [name, value] of Object.entries(style))
    document.documentElement.style.setProperty(`--${name}`, value)
}

/**
 * @param type the payment method's, as in the broker's API; `element` as in Stripe.js.
 * @param fields each with its input and its fault, in their order on the page.
 * @param tidy makes an input's text look as it should.
 * @param details what the broker needs to know, of fields without fault.
 * @param about more to tell the page when something changes.
 * @returns a function to fill the fields in for whoever tries.
 */
export function serve({ type, element, fields, tidy, details, about = () => ({}) }) {
  function tellChange() {
    for (const field of fields) field.input.setAttribute('aria-invalid', String(Boolean(faultToShow(field))))
    const change = {
      elementType: element,
      empty: fields.every(({ input }) => !input.value),
      complete: fields.every(({ fault }) => !fault()),
      error: fields.map(faultToShow).find(Boolean),
      ...about(),
    }
    say({ type: 'change', change })
  }

  async function create(billingDetails) {
    const faulty = fields.find(({ fault }) => fault())
    if (!faulty) return post(type, details(), billingDetails)
    for (const { input } of fields) left.add(input)
    tellChange()
    for (const { input, fault } of fields) if (fault()) input.setAttribute('aria-invalid', 'true')
    return { error: faulty.fault() }
  }

  for (const { input } of fields) {
    input.addEventListener('input', () => {
      // A correction in the middle must not throw the caret to the end.
      if (input.selectionStart === input.value.length) tidy(input)
      tellChange()
    })
    input.addEventListener('focus', () => say({ type: 'focus' }))
    input.addEventListener('blur', () => {
      tidy(input)
      left.add(input)
      tellChange()
      say({ type: 'blur' })
    })
  }

  const commands = {
    dress: ({ style }) => dress(style),
    focus: () => (fields.find(isMarked) ?? fields[0]).input.focus(),
    blur: () => document.activeElement?.blur(),
    clear: () => {
      left.clear()
      for (const { input } of fields) input.value = ''
      tellChange()
    },
    disable: ({ disabled }) => {
      for (const { input } of fields) input.disabled = disabled
    },
    create: async ({ request, billingDetails }) =>
      say({ type: 'created', request, result: await create(billingDetails) }),
  }

  window.addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent || origin !== shop) return
    if (Object.hasOwn(commands, data?.command)) commands[data.command](data)
  })
  new ResizeObserver(() => say({ type: 'height', height: document.body.scrollHeight })).observe(document.body)
  document.querySelector('form').addEventListener('submit', (event) => event.preventDefault())
  say({ type: 'ready' })

  return (values) => {
    for (const [i, { input }] of fields.entries()) {
      input.value = values[i]
      tidy(input)
    }
    tellChange()
  }
}
