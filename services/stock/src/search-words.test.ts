import { describe, expect, it } from 'vitest'
import { type AskedWord, understand, unknownWords, wordsIn } from './search-words.ts'

const asked = (word: string, about: Partial<AskedWord> = {}): AskedWord => ({
  word,
  isFiller: false,
  isKnown: true,
  isBeginning: true,
  ...about,
})
const unknown = { isKnown: false, isBeginning: false }
const noMeanings = { meanings: new Map<string, string>(), isTyping: false }

describe('words', () => {
  it('are letters and digits, each once, and only so many', () => {
    expect(wordsIn("  Six O'Clock moka-pot, 24cm & six ")).toEqual([
      'six',
      'o',
      'clock',
      'moka',
      'pot',
      '24cm',
    ])
    expect(wordsIn('Café')).toEqual(['café'])
    expect(wordsIn("')!*:&|<-> ")).toEqual([])
    expect(wordsIn('a b c d e f g h i j k')).toHaveLength(8)
    expect(wordsIn('x'.repeat(100))[0]).toHaveLength(40)
  })

  it('that no product has, in no form, may be mistyped', () => {
    const words = [asked('kettle'), asked('ket', { isKnown: false }), asked('ketle', unknown)]
    expect(unknownWords([...words, asked('the', { ...unknown, isFiller: true })])).toEqual(['ketle'])
  })
})

describe('a question', () => {
  it('looks for all of its words, and fillers say nothing', () => {
    const words = [asked('kettle'), asked('for', { isFiller: true }), asked('coffee')]
    expect(understand(words, noMeanings)).toEqual({
      meant: undefined,
      all: 'kettle & coffee',
      some: 'kettle | coffee',
    })
  })

  it('takes a word that only begins others as their beginning', () => {
    expect(understand([asked('bino', { isKnown: false })], noMeanings)?.all).toBe('bino:*')
  })

  it('that is still being typed may have a longer last word', () => {
    const typing = understand([asked('oak'), asked('boa')], { ...noMeanings, isTyping: true })
    expect(typing).toMatchObject({ all: 'oak & boa:*AB', some: 'oak | boa:*' })
  })

  it('says what it took mistyped words for', () => {
    const meanings = new Map([['ketle', 'kettle']])
    const words = [asked('steel'), asked('ketle', unknown)]
    expect(understand(words, { meanings, isTyping: false })).toEqual({
      meant: 'steel kettle',
      all: 'steel & kettle',
      some: 'steel | kettle',
    })
  })

  it('leaves out what nothing is like, unless nothing else is asked', () => {
    expect(understand([asked('kettle'), asked('xyzzy', unknown)], noMeanings)?.all).toBe('kettle')
    expect(understand([asked('xyzzy', unknown)], noMeanings)).toBeUndefined()
    expect(understand([asked('the', { isFiller: true })], noMeanings)).toBeUndefined()
  })
})
