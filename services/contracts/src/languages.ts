/**
 * Those in which shoppers are spoken and written to: each with its name in itself, and the conventions by
 * which amounts and dates are written. Without schemas, for browsers.
 */
export const languages = {
  en: { name: 'English', region: 'en-IE' },
  de: { name: 'Deutsch', region: 'de-DE' },
} as const

export type Language = keyof typeof languages

export const languageCodes = Object.keys(languages) as Language[]

/** Where nobody said another one that the store speaks. */
export const usualLanguage: Language = 'en'

export const isLanguage = (code: string | null | undefined): code is Language =>
  typeof code === 'string' && Object.hasOwn(languages, code)
