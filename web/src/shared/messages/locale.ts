import { isLanguage, type Language, languages, usualLanguage } from '@aos/contracts/languages'

const STORED = 'aos.locale'

/** What the shopper chose, else the first of the browser's languages that the shop speaks. */
export function localeFor(chosen: string | null, wanted: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? usualLanguage
}

function chosenBefore(): string | null {
  try {
    return window.localStorage.getItem(STORED)
  } catch {
    return null
  }
}

/** Settled before anything is shown: another choice loads the page again. */
export let locale = localeFor(chosenBefore(), navigator.languages)
export let { region } = languages[locale]

/** For when the words of another language cannot be had: then amounts and dates are English, too. */
export function fallBackToEnglish(): void {
  locale = 'en'
  region = languages.en.region
}

export function chooseLocale(code: Language): void {
  try {
    window.localStorage.setItem(STORED, code)
  } finally {
    window.location.reload()
  }
}
