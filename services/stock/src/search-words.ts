/** At most so many words of what somebody asked for count. */
const mostWords = 8

/** What the catalogue knows of a word that somebody asked for. */
export interface AskedWord {
  word: string
  /** It says nothing of its own, such as `the`. */
  isFiller: boolean
  /** Some product has it, in any of its forms. */
  isKnown: boolean
  /** Some product has a word that begins like it. */
  isBeginning: boolean
}

export interface Understood {
  /** What is looked for instead, where nothing was found for what was written. */
  meant: string | undefined
  /** For to_tsquery: products that have all of the words, and those that have some. */
  all: string
  some: string
}

/** The words of a question, as letters and digits only. */
export const wordsIn = (question: string): string[] =>
  [...new Set(question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]
    .map((word) => word.slice(0, 40))
    .slice(0, mostWords)

/** Words that are neither there nor the beginning of one: perhaps they are mistyped. */
export const unknownWords = (asked: readonly AskedWord[]): string[] =>
  asked
    .filter(({ isFiller, isKnown, isBeginning }) => !isFiller && !isKnown && !isBeginning)
    .map(({ word }) => word)

interface Known {
  /** By mistyped word, what was meant. */
  meanings: ReadonlyMap<string, string>
  /** The last word may still grow; its beginning says little, so it counts in names and labels rather than descriptions. */
  isTyping: boolean
}

/** @returns nothing when no word tells anything: then there is nothing to be found. */
export function understand(
  asked: readonly AskedWord[],
  { meanings, isTyping }: Known,
): Understood | undefined {
  const telling = asked.filter(({ isFiller }) => !isFiller)
  const last = telling.at(-1)
  const termsFor = (beginning: string) =>
    telling.flatMap((one) => {
      const meant = meanings.get(one.word)
      if (meant !== undefined) return meant
      if (!one.isKnown && !one.isBeginning) return []
      if (isTyping && one === last) return `${one.word}${beginning}`
      return one.isKnown ? one.word : `${one.word}:*`
    })
  const terms = termsFor(':*AB')
  if (terms.length === 0) return undefined
  return {
    meant: meanings.size > 0 ? asked.map(({ word }) => meanings.get(word) ?? word).join(' ') : undefined,
    all: terms.join(' & '),
    some: termsFor(':*').join(' | '),
  }
}
