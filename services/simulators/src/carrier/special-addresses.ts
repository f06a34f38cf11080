import type { Fault } from '../runtime/faults.ts'
import type { Destination } from './parcel.ts'

/** The countries to which parcels are carried. */
export const servedCountries = new Set(
  'AT AU BE BG CA CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT JP LI LT LU LV MT NL NO NZ PL PT RO SE SI SK US'.split(
    ' ',
  ),
)

export type Fate = 'delivered' | 'lost' | 'never-dispatched'

/** A word in the name or in a line of the address that decides how it goes, whatever its case. */
interface SpecialWord {
  word: string
  situation: string
  fate?: Fate
  fault?: Fault
  refusal?: string
}

export const specialWords: SpecialWord[] = [
  {
    word: 'test-refuse',
    situation: 'is refused: 422 undeliverable',
    refusal: 'The carrier does not deliver to this address.',
  },
  { word: 'test-lost', situation: 'is lost after it was dispatched', fate: 'lost' },
  { word: 'test-stuck', situation: 'stays booked until it is advanced by hand', fate: 'never-dispatched' },
  {
    word: 'test-hang',
    situation: 'is booked, but the first answer hangs',
    fault: { when: 'after', how: 'hang', times: 1 },
  },
  {
    word: 'test-drop',
    situation: 'is booked, but the connection drops before the answer, twice',
    fault: { when: 'after', how: 'drop', times: 2 },
  },
  {
    word: 'test-error',
    situation: 'meets a carrier that answers 500, twice; then is booked',
    fault: { when: 'before', how: 'error', times: 2 },
  },
]

export const UNKNOWN_POSTAL_CODE = '00000'

export function specialWordOf({ recipient, address }: Destination): SpecialWord | undefined {
  const lines = [recipient.name, address.line1, address.line2 ?? ''].join('\n').toLowerCase()
  return specialWords.find(({ word }) => lines.includes(word))
}

export interface Refusal {
  code: 'country_not_served' | 'address_unknown' | 'undeliverable'
  message: string
}

export function refusalOf(destination: Destination): Refusal | undefined {
  const { country, postalCode } = destination.address
  if (!servedCountries.has(country)) {
    return { code: 'country_not_served', message: `The carrier does not deliver to ${country}.` }
  }
  if (postalCode === UNKNOWN_POSTAL_CODE) {
    return { code: 'address_unknown', message: `There is no postal code ${postalCode} in ${country}.` }
  }
  const refusal = specialWordOf(destination)?.refusal
  return refusal ? { code: 'undeliverable', message: refusal } : undefined
}
