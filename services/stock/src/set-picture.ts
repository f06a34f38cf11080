import type { Database } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import type { Actor } from '@aos/contracts/actor'
import type { UploadPicture } from '@aos/contracts/back-office'
import { etagOf } from './answers.ts'
import { noSuchProduct } from './browse-back-office.ts'
import { insertChange } from './changes-table.ts'
import { faultOfPicture } from './picture-check.ts'
import { storePicture } from './pictures-table.ts'
import { lockProduct } from './staff-products-table.ts'

interface Request {
  sku: string
  picture: UploadPicture
  actor: Actor
}

/** Gives a product another picture; the same one once more changes nothing. */
export async function setPicture(database: Database, { sku, picture, actor }: Request): Promise<void> {
  const content = Buffer.from(picture.content, 'base64')
  const fault = faultOfPicture(picture.type, content)
  if (fault)
    throw new AppError('unprocessable', 'picture-refused', `the picture is not taken: ${fault}`, {
      errors: [{ path: 'content', message: fault }],
    })
  const version = etagOf(content)
  await database.transaction(async (tx) => {
    const product = await lockProduct(tx, sku)
    if (!product) throw noSuchProduct(sku)
    if (product.picture === version) return
    storePicture(tx, sku, { type: picture.type, content, version })
    insertChange(tx, {
      sku,
      action: 'picture',
      fields: [{ field: 'picture', from: product.picture, to: version }],
      note: undefined,
      actor,
      key: undefined,
    })
  })
}
