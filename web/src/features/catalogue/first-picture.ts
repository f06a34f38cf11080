import { pathInShop } from '@aos/contracts/shop-addresses'

/**
 * A browser that opens the shop with a product fetches its picture ahead, under the address that follows
 * from the SKU; under its own address it would be fetched once more.
 *
 * @returns that address; undefined where the page was come to from another one.
 */
export function pictureFetchedAhead(sku: string): string | undefined {
  const [opened] = performance.getEntriesByType('navigation')
  const isOpenedWithIt = opened && new URL(opened.name).pathname === `/products/${sku}`
  return isOpenedWithIt ? pathInShop('getPicture', { sku }) : undefined
}
