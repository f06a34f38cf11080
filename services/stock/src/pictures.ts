import type { Database } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import { pathTo } from '@aos/contracts/addresses'
import { findPicture, type PictureFile } from './pictures-table.ts'

/** Each version has an address of its own, so that nobody goes on showing the one before. */
export const pictureAddress = (sku: string, version: string): string =>
  `${pathTo('getPicture', { sku })}?v=${version}`

export async function getPicture(
  database: Database,
  sku: string,
  asked: string | undefined,
): Promise<PictureFile & { cacheControl: string }> {
  const picture = await findPicture(database, sku, asked)
  if (!picture)
    throw new AppError('not-found', 'no-such-picture', `there is no picture of ${sku}; check the SKU`)
  const isByVersion = asked === picture.version
  return {
    ...picture,
    cacheControl: isByVersion ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
  }
}
