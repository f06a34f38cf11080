import type { StoreSpecInput } from '@aos/cdk8s/store-spec'
import { serviceNames } from '@aos/contracts/services'
import { pushVariant } from './images.ts'
import type { StoreObject } from './store-object.ts'

/** The parts that change with the store's version; third parties do not. */
export const versionedParts = [...serviceNames, 'web'] as const
type Part = (typeof versionedParts)[number]

export interface Version {
  version: string
  images: Record<Part, string>
}

export interface Versions {
  /** What was deployed. */
  first: Version
  /** The same with one table more. */
  later: Version
  /** Its orders service ends when it starts. */
  broken: Version
}

export const TABLE_OF_LATER = 'later_version'

const migration = `
export const up = (knex) => knex.schema.createTable('${TABLE_OF_LATER}', (table) => table.increments())
export const down = (knex) => knex.schema.dropTable('${TABLE_OF_LATER}')
`
const brokenProgram = `throw new Error('this version does not work')\n`

/** As a change of a Store. */
export const specOf = ({ version, images }: Version): Partial<StoreSpecInput> => ({
  version,
  web: { image: images.web },
  services: Object.fromEntries(serviceNames.map((name) => [name, { image: images[name] }])),
})

export function versionOf({ spec }: StoreObject): Version {
  const imageOf = (part: Part) => (part === 'web' ? spec.web : spec.services?.[part])?.image
  const images = versionedParts.map((part) => [part, imageOf(part) ?? ''])
  return { version: spec.version, images: Object.fromEntries(images) }
}

/** Pushes two more versions beside the one that was deployed, under names that no node has seen. */
export async function pushOtherVersions(first: Version): Promise<Versions> {
  const run = Date.now().toString(36)
  const orders = '/store/services/orders'
  return {
    first,
    later: await variantOf(first, `later-${run}`, {
      orders: { [`${orders}/migrations/9001-later-version.ts`]: migration },
    }),
    broken: await variantOf(first, `broken-${run}`, { orders: { [`${orders}/src/main.ts`]: brokenProgram } }),
  }
}

async function variantOf(
  first: Version,
  version: string,
  changes: Partial<Record<Part, Record<string, string>>>,
): Promise<Version> {
  const images: Partial<Version['images']> = {}
  for (const part of versionedParts)
    images[part] = await pushVariant(first.images[part], version, changes[part])
  return { version, images: images as Version['images'] }
}
