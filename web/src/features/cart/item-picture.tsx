import { pathInShop } from '@aos/contracts/shop-addresses'
import { Picture } from '../../shared/ui/picture.tsx'
import type { CartItem } from './priced-cart.ts'

/** There before the product is known: its address follows from the SKU. */
export const ItemPicture = ({ item: { sku }, className }: { item: CartItem; className: string }) => (
  <Picture src={pathInShop('getPicture', { sku })} eager className={className} />
)
