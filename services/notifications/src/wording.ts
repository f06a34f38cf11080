import { isLanguage, type Language, languages, usualLanguage } from '@aos/contracts/languages'
import { formatMoney, type Money } from '@aos/contracts/money'
import german from './messages/de.ts'
import english, { type Words } from './messages/en.ts'

/** How a letter is worded: in which language, with its words, and what amounts and countries look like there. */
export interface Wording {
  language: Language
  words: Words
  money(of: Money): string
  number(of: number): string
  country(code: string): string
}

const catalogues: Record<Language, Words> = { en: english, de: german }

function wording(language: Language): Wording {
  const { region } = languages[language]
  const numbers = new Intl.NumberFormat(region)
  const countries = new Intl.DisplayNames(language, { type: 'region' })
  return {
    language,
    words: catalogues[language],
    money: (of) => formatMoney(of, region),
    number: (of) => numbers.format(of),
    country: (code) => countries.of(code) ?? code,
  }
}

const wordings: Record<Language, Wording> = { en: wording('en'), de: wording('de') }

/** @param language as a message says it; English where none is said, or one that this version does not know. */
export const wordingIn = (language: string | undefined): Wording =>
  wordings[isLanguage(language) ? language : usualLanguage]
