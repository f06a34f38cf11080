import { readFile } from 'node:fs/promises'
import type { Database } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import { pathTo } from '@aos/contracts/addresses'
import { etagOf } from './answers.ts'
import { picturesFolder } from './catalogue.ts'
import { findPicture, type StoredPicture } from './pictures-table.ts'

/** A picture that was uploaded has an address of its own, so that nobody goes on showing the one before. */
export const pictureAddress = (sku: string, uploaded: string | null): string =>
  pathTo('getPicture', { sku }) + (uploaded === null ? '' : `?v=${uploaded}`)

interface Shown extends StoredPicture {
  cacheControl: string
}

/** The one that was uploaded, or else that of the opening catalogue. */
export async function getPicture(database: Database, sku: string, asked: string | undefined): Promise<Shown> {
  const uploaded = await findPicture(database, sku)
  if (!uploaded) return { ...(await openingPicture(sku)), cacheControl: 'public, max-age=3600' }
  const isByVersion = asked === uploaded.version
  return {
    ...uploaded,
    cacheControl: isByVersion ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
  }
}

async function openingPicture(sku: string): Promise<StoredPicture> {
  const content = await readFile(new URL(`${sku}.svg`, picturesFolder)).catch((cause) => {
    if (cause.code !== 'ENOENT') throw cause
    throw new AppError('not-found', 'no-such-picture', `there is no picture of ${sku}; check the SKU`, {
      cause,
    })
  })
  return { type: 'image/svg+xml', content, version: etagOf(content) }
}
