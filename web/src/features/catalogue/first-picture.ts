import { pathInShop } from '@aos/contracts/shop-addresses'

/** What stood behind that address when the page was opened, so far as anybody said. */
let openedWith: string | undefined

/**
 * A browser that opens the shop with a product fetches its picture ahead, under the address that follows
 * from the SKU; under its own address it would be fetched once more.
 *
 * @param picture its own address, once that is known
 * @returns the one that follows from the SKU; undefined where the page was come to from another one, and
 * where another picture is the first by now
 */
export function pictureFetchedAhead(sku: string, picture = openedWith): string | undefined {
  const [opened] = performance.getEntriesByType('navigation')
  if (!opened || new URL(opened.name).pathname !== `/products/${sku}`) return undefined
  openedWith ??= picture
  return picture === openedWith ? pathInShop('getPicture', { sku }) : undefined
}
