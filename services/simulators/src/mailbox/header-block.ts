export interface Headers {
  /** Names in lower case; the first of each. */
  [name: string]: string
}

const END_OF_HEADERS = /\r?\n\r?\n/

/** Reads the headers only: whoever opens the message pays for parsing the rest. */
export function readHeaders(source: string): Headers {
  const end = source.search(END_OF_HEADERS)
  const block = (end < 0 ? source : source.slice(0, end)).replace(/\r?\n(?=[ \t])/g, '')
  const headers: Headers = Object.create(null)
  for (const line of block.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    if (colon > 0 && !(name in headers)) headers[name] = decodeWords(line.slice(colon + 1).trim())
  }
  return headers
}

const encodedWord = /=\?([^?]+)\?([bq])\?([^?]*)\?=/gi

/** RFC 2047: `=?UTF-8?Q?caf=C3=A9?=`; the space between two encoded words is not part of the text. */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+(?==\?)/g, '?=')
    .replace(encodedWord, (word, charset: string, encoding: string, coded: string) => {
      const bytes = encoding.toLowerCase() === 'b' ? Buffer.from(coded, 'base64') : quotedBytes(coded)
      try {
        return new TextDecoder(charset).decode(bytes)
      } catch {
        return word
      }
    })
}

const quotedBytes = (coded: string): Buffer =>
  Buffer.from(
    coded
      .replaceAll('_', ' ')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
