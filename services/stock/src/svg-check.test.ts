import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { picturesFolder } from './catalogue.ts'
import { faultOfSvg } from './svg-check.ts'

const svg = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"${attributes}>${inner}</svg>`

describe('an SVG that only draws', () => {
  it.each([
    svg('<path d="M0 0h8" fill="none"/>'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- a line -->\n${svg('')}`,
    svg('<!-- made by hand --><title>Salt &amp; pepper</title>'),
    svg('<defs><clipPath id="a"><use href="#b"/></clipPath></defs><g clip-path="url(#a)"/>'),
    svg('<rect style="fill:#fff;clip-path:url(\'#a\')" width="8" height=\'8\'/>'),
    svg('<use xlink:href="#a"/>', ' xmlns:xlink="http://www.w3.org/1999/xlink" xml:space="preserve"'),
  ])('is taken: %s', (text) => {
    expect(faultOfSvg(text)).toBeUndefined()
  })

  it.each(readdirSync(picturesFolder))('like %s of the opening catalogue', (file) => {
    expect(faultOfSvg(readFileSync(new URL(file, picturesFolder), 'utf8'))).toBeUndefined()
  })
})

describe('an SVG that could do more', () => {
  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a script of any case', svg('<SCRIPT>alert(1)</SCRIPT>')],
    ['a script by another prefix', svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>')],
    ['an event handler', svg('<rect onload="alert(1)"/>')],
    ['an event handler after a newline', svg('<rect\nONCLICK = "alert(1)"/>')],
    ['an event handler of the root', svg('', ' onload="alert(1)"')],
    ['HTML', svg('<foreignObject><p>x</p></foreignObject>')],
    ['a link', svg('<a href="#x"><rect/></a>')],
    ['a reference to a script', svg('<use href="javascript:alert(1)"/>')],
    ['a reference to another file', svg('<use href="https://example.com/a.svg#b"/>')],
    ['a reference in data', svg('<use href="data:image/svg+xml,x"/>')],
    ['a reference behind an entity', svg('<use href="&#35;a"/>')],
    [
      'an animation of a reference',
      svg('<use href="#a"><set attributeName="href" to="javascript:x"/></use>'),
    ],
    ['a picture from elsewhere', svg('<image href="https://example.com/spy.png"/>')],
    ['a fill from elsewhere', svg('<rect fill="url(https://example.com/#a)"/>')],
    ['a style from elsewhere', svg('<rect style="fill:url( //example.com/a )"/>')],
    ['a style behind an escape', svg('<rect style="fill:u\\72l(//example.com/a)"/>')],
    ['a style sheet', svg('<style>@import "//example.com/a.css"</style>')],
    ['a document type', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`],
    ['an entity', svg('<title>&a;</title>')],
    ['character data', svg('<![CDATA[<script>alert(1)</script>]]>')],
    ['a processing instruction', svg('<?xml-stylesheet href="//example.com/a.css"?>')],
    ['another namespace', svg('', '').replace('2000/svg', '1999/xhtml')],
    ['a comment that ends twice', svg('<!-- -- ><script>alert(1)</script> -->')],
    ['an attribute without quotes', svg('<rect width=8 onload=alert(1)/>')],
    ['a picture that repeats itself for ever', svg('<use href="#a"/>'.repeat(21))],
    ['a page', '<html><svg xmlns="http://www.w3.org/2000/svg"/></html>'],
    ['nothing', ''],
  ])('is refused: %s', (_, text) => {
    expect(faultOfSvg(text)).toEqual(expect.any(String))
  })

  it('is refused quickly, however it is made', () => {
    const before = performance.now()
    for (const text of [
      svg('<rect '.repeat(20_000)),
      svg(` a=""`.repeat(30_000)),
      `<svg${' a="b"'.repeat(30_000)}`,
    ])
      faultOfSvg(text)
    expect(performance.now() - before).toBeLessThan(2_000)
  })
})
