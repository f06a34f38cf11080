import type { Translation } from './de.ts'
import { fallBackToEnglish, locale } from './locale.ts'

/** English comes with the pages that say it; another language at once, and only to who reads it. */
const translations = { de: () => import('./de.ts') }

let translation: Translation | undefined
const sections: [name: keyof Translation, section: object][] = []

/**
 * A section of the catalogue in the page's language, from `loadMessages` on: sections are read while
 * rendering, never while a module is evaluated.
 */
export function localized<T extends object>(name: keyof Translation, english: T): T {
  if (locale === 'en') return english
  const section = { ...english, ...translation?.[name] }
  sections.push([name, section])
  return section
}

/** Settles when the page can be shown. Better in English than not at all. */
export async function loadMessages(): Promise<void> {
  if (locale === 'en') return
  try {
    translation = (await translations[locale]()).default
    for (const [name, section] of sections) Object.assign(section, translation[name])
  } catch (error) {
    console.error(error)
    fallBackToEnglish()
  }
}
