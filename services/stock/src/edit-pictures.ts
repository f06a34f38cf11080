import type { Database, Transaction } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import type { Actor } from '@aos/contracts/actor'
import { type ChangeAction, MOST_PICTURES, type UploadPicture } from '@aos/contracts/back-office'
import { etagOf } from './answers.ts'
import { noSuchProduct } from './browse-back-office.ts'
import { insertChange } from './changes-table.ts'
import { faultOfPicture } from './picture-check.ts'
import { arrangePictures, deletePicture, insertPicture } from './pictures-table.ts'
import { lockProduct, type StaffProductRow } from './staff-products-table.ts'

interface Request {
  sku: string
  actor: Actor
}

/** Adds a picture after the others; one that the product has already changes nothing. */
export async function addPicture(
  database: Database,
  { sku, picture, actor }: Request & { picture: UploadPicture },
): Promise<void> {
  const content = Buffer.from(picture.content, 'base64')
  const fault = faultOfPicture(picture.type, content)
  if (fault)
    throw new AppError('unprocessable', 'picture-refused', `the picture is not taken: ${fault}`, {
      errors: [{ path: 'content', message: fault }],
    })
  const version = etagOf(content)
  await database.transaction(async (tx) => {
    const { pictures } = await locked(tx, sku)
    if (pictures.includes(version)) return
    if (pictures.length >= MOST_PICTURES)
      throw new AppError(
        'conflict',
        'too-many-pictures',
        `a product has at most ${MOST_PICTURES} pictures; remove one first`,
      )
    insertPicture(tx, sku, { version, type: picture.type, content })
    arrangePictures(tx, sku, [...pictures, version])
    writeDown(tx, { sku, actor, action: 'picture', from: null, to: version })
  })
}

/** One that is gone already changes nothing. */
export async function removePicture(
  database: Database,
  { sku, version, actor }: Request & { version: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const { pictures } = await locked(tx, sku)
    if (!pictures.includes(version)) return
    if (pictures.length === 1)
      throw new AppError(
        'conflict',
        'last-picture',
        'this is the only picture of the product; add another one first',
      )
    deletePicture(tx, sku, version)
    const others = pictures.filter((one) => one !== version)
    arrangePictures(tx, sku, others)
    writeDown(tx, { sku, actor, action: 'picture-removed', from: version, to: null })
  })
}

export async function setFirstPicture(
  database: Database,
  { sku, version, actor }: Request & { version: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const { pictures } = await locked(tx, sku)
    const [first = null] = pictures
    if (first === version) return
    if (!pictures.includes(version))
      throw new AppError(
        'not-found',
        'no-such-picture',
        'the product has no such picture; somebody may have removed it',
      )
    const others = pictures.filter((one) => one !== version)
    arrangePictures(tx, sku, [version, ...others])
    writeDown(tx, { sku, actor, action: 'first-picture', from: first, to: version })
  })
}

async function locked(tx: Transaction, sku: string): Promise<StaffProductRow> {
  const product = await lockProduct(tx, sku)
  if (!product) throw noSuchProduct(sku)
  return product
}

interface Change extends Request {
  action: ChangeAction
  from: string | null
  to: string | null
}

const writeDown = (tx: Transaction, { from, to, ...change }: Change): void =>
  insertChange(tx, { ...change, fields: [{ field: 'picture', from, to }], note: undefined, key: undefined })
