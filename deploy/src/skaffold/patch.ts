import type { Patch } from './schema.ts'

type Node = Record<string, unknown> | unknown[]

/** @returns a copy of the document with the patches applied one after another, as JSON Patch (RFC 6902) says. */
export function patched<T extends object>(document: T, patches: readonly Patch[]): T {
  const copy = structuredClone(document)
  for (const patch of patches) apply(copy as Node, patch)
  return copy
}

function apply(document: Node, { op, path, value }: Patch): void {
  const keys = path
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = keys.pop() ?? ''
  const parent = keys.reduce((node, key) => child(node, key, path), document)
  if (op !== 'add') child(parent, last, path, true)
  if (Array.isArray(parent)) {
    const at = last === '-' ? parent.length : Number(last)
    parent.splice(at, op === 'add' ? 0 : 1, ...(op === 'remove' ? [] : [value]))
  } else if (op === 'remove') delete parent[last]
  else parent[last] = value
}

function child(node: Node, key: string, path: string, anything = false): Node {
  const found = (node as Record<string, unknown>)[key]
  if (found === undefined || (!anything && typeof found !== 'object')) {
    throw new Error(`skaffold.yaml has nothing at ${path}, which a profile changes`)
  }
  return found as Node
}
