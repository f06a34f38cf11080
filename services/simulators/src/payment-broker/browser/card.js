// Inside the broker's frame: card numbers are typed here and go to the broker, never to the shop's page.
import { invalid, serve } from './frame.js'

const { number, expiry, cvc } = document.querySelector('form').elements

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

const fill = serve({
  type: 'card',
  element: 'card',
  fields: [
    { input: number, fault: numberFault },
    { input: expiry, fault: expiryFault },
    { input: cvc, fault: cvcFault },
  ],
  tidy,
  details: () => ({
    number: digits(number),
    exp_month: Number(digits(expiry).slice(0, 2)),
    exp_year: 2000 + Number(digits(expiry).slice(2, 4)),
    cvc: digits(cvc),
  }),
  about: () => ({ brand: brand() }),
})

for (const button of document.querySelectorAll('[data-number]')) {
  button.addEventListener('click', () => {
    const nextYear = String((new Date().getFullYear() + 1) % 100).padStart(2, '0')
    // How long the security code is depends on it.
    number.value = button.dataset.number
    fill([button.dataset.number, `12${nextYear}`, '1234'.slice(0, expected().cvc)])
  })
}
