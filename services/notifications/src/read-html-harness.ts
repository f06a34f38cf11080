import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

/** Where the HTML is not what the standard asks for. */
export function faultsIn(html: string): string[] {
  const faults: string[] = []
  parse(html, {
    onParseError: ({ code, startLine, startCol }) => faults.push(`${code} at ${startLine}:${startCol}`),
  })
  return faults
}

/** What a reader sees of it, however it is laid out. */
export const visible = (html: string): string => textIn(parse(html)).replace(/\s+/g, ' ').trim()

function textIn(node: Node): string {
  if (tree.isTextNode(node)) return node.value
  if (!('childNodes' in node) || isHidden(node)) return ''
  return node.childNodes.map(textIn).join(' ')
}

const isHidden = (node: Node): boolean =>
  tree.isElementNode(node) &&
  (node.tagName === 'head' ||
    node.attrs.some(({ name, value }) => name === 'style' && value.includes('display:none')))
