import german, { type Translation } from '../../../web/src/shared/messages/de.ts'

async function englishSection(name: string): Promise<[name: string, section: unknown]> {
  const { default: section } = await import(`../../../web/src/shared/messages/en/${name}.ts`)
  return [name, section]
}

const english = Object.fromEntries(await Promise.all(Object.keys(german).map(englishSection)))

/** What the shop says in each of its languages. */
export const words: Record<'de' | 'en', Translation> = { de: german, en: english as Translation }

/** What is said in English alone; a short word could stand in a German page by chance. */
export const inEnglishAlone = notIn(german, english)

function notIn(translated: unknown, source: unknown): string[] {
  if (typeof source === 'string') return source.length > 12 && source !== translated ? [source] : []
  if (typeof source !== 'object' || source === null) return []
  const others = (translated ?? {}) as Record<string, unknown>
  return Object.entries(source).flatMap(([key, value]) => notIn(others[key], value))
}
