import { describe, expect, it } from 'vitest'
import german from './de.ts'
import english from './en.ts'

type Texts = { [key: string]: unknown }

function leaves(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value as Texts, `${path}${key}.`)
      : [[`${path}${key}`, String(value)] as [string, string]],
  )
}

describe('letters in German', () => {
  it('have each message of the English ones, and no other', () => {
    const paths = (texts: Texts) => leaves(texts).map(([path]) => path)
    expect(paths(german).toSorted()).toEqual(paths(english).toSorted())
  })

  it('leave no message in English', () => {
    const source = new Map(leaves(english))
    expect(leaves(german).filter(([path, text]) => text === source.get(path))).toEqual([])
  })
})
