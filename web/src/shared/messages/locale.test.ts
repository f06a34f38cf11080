import type { Language } from '@aos/contracts/languages'
import { expect, it } from 'vitest'
import { localeFor } from './locale.ts'

it.each<[string, string | null, string[], Language]>([
  ['what the shopper chose, whatever the browser wants', 'de', ['en-US'], 'de'],
  ['the browser’s first language that the shop speaks', null, ['fr-FR', 'de-AT', 'en'], 'de'],
  ['English where the shop speaks none of them', null, ['fr', 'pl'], 'en'],
  ['English where the browser says nothing', null, [], 'en'],
  ['what the browser wants where the choice is no language of ours', 'xx', ['de'], 'de'],
  ['no property of objects', 'constructor', ['toString'], 'en'],
])('the language is %s', (_, chosen, wanted, locale) => {
  expect(localeFor(chosen, wanted)).toBe(locale)
})
