import { readFile } from 'node:fs/promises'
import { AppError } from '@aos/chassis/errors'
import { etagOf } from './answers.ts'
import { picturesFolder } from './catalogue.ts'

interface Picture {
  svg: Buffer
  /** Changes with the content. */
  etag: string
}

export async function getPicture(sku: string): Promise<Picture> {
  const svg = await readFile(new URL(`${sku}.svg`, picturesFolder)).catch((cause) => {
    if (cause.code !== 'ENOENT') throw cause
    throw new AppError('not-found', 'no-such-picture', `there is no picture of ${sku}; check the SKU`, {
      cause,
    })
  })
  return { svg, etag: etagOf(svg) }
}
