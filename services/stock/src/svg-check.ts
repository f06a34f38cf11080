/**
 * Whether an SVG only draws. A browser runs no script of a picture that a page shows, but anybody may open
 * the picture itself. What is not known to be harmless is refused, rather than taken out: a parser that
 * understands a file otherwise than browsers do would let through what they carry out.
 */
const elements = new Set(
  `svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan
   linearGradient radialGradient stop clipPath mask pattern`.split(/\s+/),
)

/** Each may repeat others: a few of them are enough to keep a browser busy for ever. */
const MOST_USES = 20

const namespaces: Record<string, string> = {
  xmlns: 'http://www.w3.org/2000/svg',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xml:space': 'preserve',
}

const PROLOGUE = /^\uFEFF?\s*(?:<\?xml\s[^<>?]*\?>\s*)?(?:<!--(?:(?!--)[\s\S])*-->\s*)*/
const NODE =
  /([^<&]|&(?:amp|lt|gt|quot|apos);)+|<!--(?:(?!--)[\s\S])*-->|<\/[A-Za-z]+\s*>|<([A-Za-z]+)((?:\s+[A-Za-z:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/y
const ATTRIBUTE = /([A-Za-z:-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

/** @returns why the SVG is refused; undefined for one that only draws. */
export function faultOfSvg(svg: string): string | undefined {
  const start = PROLOGUE.exec(svg)?.[0].length ?? 0
  if (!/^<svg[\s>]/.test(svg.slice(start, start + 5)))
    return 'it does not begin with an svg element; save it as plain SVG'
  let uses = 0
  NODE.lastIndex = start
  while (NODE.lastIndex < svg.length) {
    const at = NODE.lastIndex
    const node = NODE.exec(svg)
    if (!node) return `it has something that pictures need not have: ${svg.slice(at, at + 40)}`
    const [, , name, attributes = ''] = node
    if (name === undefined) continue
    if (!elements.has(name))
      return `it has the element ${name}, which pictures here must not have; save it as plain SVG`
    if (name === 'use') uses += 1
    const fault = faultOfAttributes(attributes)
    if (fault) return fault
  }
  return uses > MOST_USES ? `it repeats itself more than ${MOST_USES} times` : undefined
}

function faultOfAttributes(attributes: string): string | undefined {
  for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    const fault = faultOfAttribute(name, (double ?? single ?? '').trim())
    if (fault) return fault
  }
  return undefined
}

function faultOfAttribute(name: string, value: string): string | undefined {
  if (/^on/i.test(name)) return `it has the event handler ${name}`
  if (name === 'href' || name === 'xlink:href')
    return value.startsWith('#') ? undefined : `it refers to something else: ${value.slice(0, 40)}`
  const expected = namespaces[name]
  if (expected !== undefined) return value === expected ? undefined : `${name} is not ${expected}`
  if (name.includes(':')) return `it has the attribute ${name}, which pictures here must not have`
  // References are to its own parts; and nothing is hidden behind an escape.
  const isForeign = /url\((?!\s*['"]?#)/i.test(value) || /[\\&@]|script:/i.test(value)
  return isForeign ? `${name} refers to something else: ${value.slice(0, 40)}` : undefined
}
