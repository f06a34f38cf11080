import { region } from './messages/locale.ts'

/** Where the carrier goes. */
const codes =
  'AT AU BE BG CA CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT JP LI LT LU LV MT NL NO NZ PL PT RO SE SI SK US'

const names = new Intl.DisplayNames([region], { type: 'region' })

export const countryName = (code: string): string => names.of(code) ?? code

export const countries = codes
  .split(' ')
  .map((code) => ({ code, name: countryName(code) }))
  .sort((a, b) => a.name.localeCompare(b.name))
