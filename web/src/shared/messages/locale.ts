/** Each with its name in its own language, and the conventions by which amounts and dates are written. */
export const locales = {
  en: { name: 'English', region: 'en-IE' },
  de: { name: 'Deutsch', region: 'de-DE' },
} as const

export type Locale = keyof typeof locales

const STORED = 'aos.locale'
const isLocale = (code: string | null): code is Locale => code !== null && Object.hasOwn(locales, code)

/** What the shopper chose, else the first of the browser's languages that the shop speaks. */
export function localeFor(chosen: string | null, wanted: readonly string[]): Locale {
  if (isLocale(chosen)) return chosen
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLocale) ?? 'en'
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
export let { region } = locales[locale]

/** For when the words of another language cannot be had: then amounts and dates are English, too. */
export function fallBackToEnglish(): void {
  locale = 'en'
  region = locales.en.region
}

export function chooseLocale(code: Locale): void {
  try {
    window.localStorage.setItem(STORED, code)
  } finally {
    window.location.reload()
  }
}
