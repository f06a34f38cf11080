// Inside the broker's frame: the account's number is typed here and goes to the broker, never to the shop's page.
import { invalid, serve } from './frame.js'

const { iban } = document.querySelector('form').elements
const signs = () => iban.value.replace(/\s/g, '').toUpperCase()

/** As ISO 13616 says: letters count from 10, and what comes first goes to the end. */
function hasCheckDigits(text) {
  const digits = [...text.slice(4), ...text.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join('')
  return BigInt(digits) % 97n === 1n
}

function fault() {
  const text = signs()
  if (text.length < 15) return invalid('incomplete_iban', 'Your IBAN is incomplete.')
  const isWhole = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text) && hasCheckDigits(text)
  return isWhole ? undefined : invalid('invalid_iban', 'Your IBAN is invalid.')
}

function tidy() {
  iban.value = signs().replace(/(.{4})(?=.)/g, '$1 ')
}

const fill = serve({
  type: 'sepa_debit',
  element: 'iban',
  fields: [{ input: iban, fault }],
  tidy,
  details: () => ({ iban: signs() }),
  about: () => ({ country: signs().slice(0, 2) }),
})

for (const button of document.querySelectorAll('[data-number]'))
  button.addEventListener('click', () => fill([button.dataset.number]))
