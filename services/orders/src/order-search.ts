/** What somebody who looks for an order typed: the beginning of its number, of an e-mail address, or of either. */
export function searchFor(words: string): { ids: [string, string] | undefined; email: string } {
  return { ids: idsThatBegin(words), email: `${words.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%` }
}

const HEX_DIGITS = 32
/** Fewer say too little of a number. */
const FEWEST = 4

function idsThatBegin(words: string): [string, string] | undefined {
  const digits = words.replaceAll('-', '').toLowerCase()
  if (!/^[\da-f]+$/.test(digits) || digits.length < FEWEST || digits.length > HEX_DIGITS) return undefined
  return [digits.padEnd(HEX_DIGITS, '0'), digits.padEnd(HEX_DIGITS, 'f')]
}
