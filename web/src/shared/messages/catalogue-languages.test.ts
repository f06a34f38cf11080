import { describe, expect, it } from 'vitest'

type Texts = { [key: string]: unknown }
const sections = (modules: Record<string, unknown>) =>
  Object.entries(modules).map(([path, texts]) => [path.split('/').at(-1) ?? path, texts as Texts] as const)

const english = new Map(sections(import.meta.glob('./en/*.ts', { eager: true, import: 'default' })))
const german = sections(import.meta.glob('./de/*.ts', { eager: true, import: 'default' }))

/** Words that both languages write alike. */
const alike: string[] = ['Name']

function leaves(texts: Texts, path = ''): [string, unknown][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value as Texts, `${path}${key}.`)
      : [[`${path}${key}`, value] as [string, unknown]],
  )
}

describe.each(german)('%s in German', (section, texts) => {
  const source = new Map(leaves(english.get(section) ?? {}))
  const translated = leaves(texts)

  it('has each message of the English section, and no other', () => {
    expect(translated.map(([path]) => path).toSorted()).toEqual([...source.keys()].toSorted())
    expect(translated.length).toBeGreaterThan(0)
  })

  it('says nothing in English', () => {
    const untranslated = translated.filter(
      ([path, value]) => String(value) === String(source.get(path)) && !alike.includes(String(value)),
    )
    expect(untranslated).toEqual([])
  })
})
