import { describe, expect, it } from 'vitest'
import { faultOfPicture } from './picture-check.ts'

function png(width: number, height: number): Buffer {
  const file = Buffer.alloc(40)
  file.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  file.writeUInt32BE(width, 16)
  file.writeUInt32BE(height, 20)
  return file
}

function webp(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Buffer {
  const file = Buffer.alloc(40)
  file.write(`RIFF\0\0\0\0WEBP${kind}`, 'latin1')
  if (kind === 'VP8 ') {
    file.writeUInt16LE(width, 26)
    file.writeUInt16LE(height, 28)
  } else if (kind === 'VP8L') file.writeUInt32LE((((height - 1) << 14) | (width - 1)) >>> 0, 21)
  else {
    file.writeUIntLE(width - 1, 24, 3)
    file.writeUIntLE(height - 1, 27, 3)
  }
  return file
}

describe('a picture', () => {
  it.each([
    ['image/png', png(800, 600)],
    ['image/webp', webp('VP8 ', 800, 600)],
    ['image/webp', webp('VP8L', 4000, 4000)],
    ['image/webp', webp('VP8X', 4000, 1)],
    ['image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ] as const)('%s is taken', (type, content) => {
    expect(faultOfPicture(type, content)).toBeUndefined()
  })

  it.each([
    ['too many pixels', 'image/png', png(4001, 10), '4001 × 10'],
    ['too many pixels', 'image/webp', webp('VP8L', 10, 4001), '10 × 4001'],
    ['too many pixels', 'image/webp', webp('VP8X', 70_000, 2), '70000 × 2'],
    ['no pixels', 'image/png', png(0, 10), 'empty'],
    ['another type than it says', 'image/png', webp('VP8L', 10, 10), 'no PNG'],
    ['another type than it says', 'image/webp', png(10, 10), 'no WebP'],
    ['too many bytes', 'image/png', Buffer.concat([png(10, 10), Buffer.alloc(180_000)]), '180 kB'],
    ['half a header', 'image/webp', webp('VP8X', 10, 10).subarray(0, 20), 'no WebP'],
    ['what is no text', 'image/svg+xml', Buffer.from([0x3c, 0xff, 0xfe]), 'UTF-8'],
    ['a script', 'image/svg+xml', Buffer.from('<svg><script/></svg>'), 'script'],
  ] as const)('of %s is refused: %s', (_, type, content, why) => {
    expect(faultOfPicture(type, content)).toContain(why)
  })
})
