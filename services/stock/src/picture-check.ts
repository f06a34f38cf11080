import { LARGEST_PICTURE, type PictureType } from '@aos/contracts/back-office'
import { faultOfSvg } from './svg-check.ts'

/** @returns why somebody's file cannot be a product's picture; undefined for one that can. */
export function faultOfPicture(type: PictureType, content: Buffer): string | undefined {
  if (content.length > LARGEST_PICTURE.bytes)
    return `it is larger than ${LARGEST_PICTURE.bytes / 1000} kB; make it smaller, or try WebP`
  if (type === 'image/svg+xml') return faultOfText(content)
  const size = type === 'image/png' ? sizeOfPng(content) : sizeOfWebp(content)
  if (!size) return `it is no ${type === 'image/png' ? 'PNG' : 'WebP'} file`
  const { pixels } = LARGEST_PICTURE
  if (size.width === 0 || size.height === 0) return 'it is empty'
  if (size.width > pixels || size.height > pixels)
    return `it is ${size.width} × ${size.height} pixels; at most ${pixels} each way are taken`
  return undefined
}

function faultOfText(content: Buffer): string | undefined {
  try {
    return faultOfSvg(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content))
  } catch {
    return 'it is not written in UTF-8'
  }
}

interface Size {
  width: number
  height: number
}

const textAt = (content: Buffer, at: number, length: number) => content.toString('latin1', at, at + length)

function sizeOfPng(content: Buffer): Size | undefined {
  if (content.length < 33 || textAt(content, 0, 8) !== '\x89PNG\r\n\x1a\n') return undefined
  if (textAt(content, 12, 4) !== 'IHDR') return undefined
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) }
}

function sizeOfWebp(content: Buffer): Size | undefined {
  if (content.length < 30 || textAt(content, 0, 4) !== 'RIFF' || textAt(content, 8, 4) !== 'WEBP')
    return undefined
  switch (textAt(content, 12, 4)) {
    case 'VP8 ':
      return { width: content.readUInt16LE(26) & 0x3fff, height: content.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = content.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: content.readUIntLE(24, 3) + 1, height: content.readUIntLE(27, 3) + 1 }
    default:
      return undefined
  }
}
