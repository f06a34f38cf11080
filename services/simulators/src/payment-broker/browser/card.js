// Inside the broker's frame: card numbers are typed here and go to the broker, never to the shop's page.
const query = new URLSearchParams(location.search)
const shop = query.get('parent')
const frame = query.get('frame')
const { number, expiry, cvc } = document.querySelector('form').elements

const say = (message) => window.parent.postMessage({ frame, ...message }, shop)
const digits = (input) => input.value.replace(/\D/g, '')

const brands = { visa: /^4/, mastercard: /^(5[1-5]|2[2-7])/, amex: /^3[47]/ }
const brand = () => Object.keys(brands).find((name) => brands[name].test(digits(number))) ?? 'unknown'
const lengths = { amex: { number: 15, cvc: 4 } }
const expected = () => lengths[brand()] ?? { number: 16, cvc: 3 }

function hasCheckDigit(text) {
  const sum = [...text].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const invalid = (code, message) => ({ type: 'validation_error', code, message })

function numberFault() {
  const text = digits(number)
  if (text.length < expected().number) return invalid('incomplete_number', 'Your card number is incomplete.')
  return hasCheckDigit(text) ? undefined : invalid('invalid_number', 'Your card number is invalid.')
}

function expiryFault() {
  const text = digits(expiry)
  if (text.length < 4) return invalid('incomplete_expiry', "Your card's expiration date is incomplete.")
  const [month, year] = [Number(text.slice(0, 2)), 2000 + Number(text.slice(2, 4))]
  if (month < 1 || month > 12)
    return invalid('invalid_expiry_month', "Your card's expiration month is invalid.")
  const past = Date.UTC(year, month) <= Date.now()
  return past ? invalid('invalid_expiry_year_past', "Your card's expiration date is in the past.") : undefined
}

function cvcFault() {
  const short = digits(cvc).length < expected().cvc
  return short ? invalid('incomplete_cvc', "Your card's security code is incomplete.") : undefined
}

const fields = [
  { input: number, fault: numberFault },
  { input: expiry, fault: expiryFault },
  { input: cvc, fault: cvcFault },
]
const left = new Set()

const faultToShow = ({ input, fault }) => (left.has(input) && input.value ? fault() : undefined)

function tellChange() {
  for (const field of fields) field.input.setAttribute('aria-invalid', String(Boolean(faultToShow(field))))
  say({
    type: 'change',
    change: {
      elementType: 'card',
      brand: brand(),
      empty: fields.every(({ input }) => !input.value),
      complete: fields.every(({ fault }) => !fault()),
      error: fields.map(faultToShow).find(Boolean),
    },
  })
}

function tidy(input) {
  if (input === number) {
    const groups =
      brand() === 'amex' ? /^(\d{1,4})(\d{1,6})?(\d{1,5})?.*/ : /^(\d{1,4})(\d{1,4})?(\d{1,4})?(\d{1,4})?.*/
    const [, ...parts] = groups.exec(digits(number)) ?? []
    number.value = parts.filter(Boolean).join(' ')
  }
  if (input === expiry) {
    const typed = digits(expiry)
    const text = /^[2-9]/.test(typed) ? `0${typed}` : typed
    expiry.value = text.length > 2 ? `${text.slice(0, 2)} / ${text.slice(2, 4)}` : text
  }
  if (input === cvc) cvc.value = digits(cvc)
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

for (const button of document.querySelectorAll('[data-number]')) {
  button.addEventListener('click', () => {
    const nextYear = String((new Date().getFullYear() + 1) % 100).padStart(2, '0')
    number.value = button.dataset.number
    expiry.value = `12${nextYear}`
    cvc.value = '1234'.slice(0, expected().cvc)
    for (const { input } of fields) tidy(input)
    tellChange()
  })
}

function* pairs(prefix, value) {
  if (value === undefined || value === null) return
  if (typeof value !== 'object') yield [prefix, String(value)]
  else for (const [name, inner] of Object.entries(value)) yield* pairs(`${prefix}[${name}]`, inner)
}

async function createPaymentMethod(billingDetails) {
  const faulty = fields.find(({ fault }) => fault())
  if (faulty) {
    for (const { input } of fields) left.add(input)
    tellChange()
    return { error: faulty.fault() }
  }
  const card = {
    number: digits(number),
    exp_month: Number(digits(expiry).slice(0, 2)),
    exp_year: 2000 + Number(digits(expiry).slice(2, 4)),
    cvc: digits(cvc),
  }
  try {
    const answer = await fetch('/v1/payment_methods', {
      method: 'POST',
      headers: { authorization: `Bearer ${query.get('key')}` },
      body: new URLSearchParams([
        ['type', 'card'],
        ...pairs('card', card),
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

function clear() {
  left.clear()
  for (const { input } of fields) input.value = ''
  tellChange()
}

const commands = {
  dress: ({ style }) => dress(style),
  focus: () => number.focus(),
  blur: () => document.activeElement?.blur(),
  clear,
  disable: ({ disabled }) => {
    for (const { input } of fields) input.disabled = disabled
  },
  create: async ({ request, billingDetails }) =>
    say({ type: 'created', request, result: await createPaymentMethod(billingDetails) }),
}

window.addEventListener('message', ({ source, origin, data }) => {
  if (source !== window.parent || origin !== shop) return
  if (Object.hasOwn(commands, data?.command)) commands[data.command](data)
})

new ResizeObserver(() => say({ type: 'height', height: document.body.scrollHeight })).observe(document.body)
document.querySelector('form').addEventListener('submit', (event) => event.preventDefault())
say({ type: 'ready' })
