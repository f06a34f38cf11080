import { region } from './messages/locale.ts'

/** Where the carrier goes. */
const codes =
  'AT AU BE BG CA CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT JP LI LT LU LV MT NL NO NZ PL PT RO SE SI SK US'

let names: Intl.DisplayNames | undefined
let named: { code: string; name: string }[] | undefined

export function countryName(code: string): string {
  names ??= new Intl.DisplayNames([region], { type: 'region' })
  return names.of(code) ?? code
}

/** By name. The first answer takes a slow phone some 60 ms, in which its browser reads up on names. */
export function countries(): { code: string; name: string }[] {
  named ??= codes
    .split(' ')
    .map((code) => ({ code, name: countryName(code) }))
    .sort((a, b) => a.name.localeCompare(b.name))
  return named
}
