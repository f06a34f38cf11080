import type { Product } from '@aos/contracts/http'
import type { Money } from '@aos/contracts/money'
import type { Line } from '@aos/contracts/order-parts'
import type { DeliveryChoice } from '@aos/contracts/pricing'

/** What is to be ordered, as the page around the checkout knows it. */
export interface CartToOrder {
  lines: readonly (Line & { product: Product | undefined })[]
  etag: string | undefined
  /** What the items cost; like the total unknown while prices load. */
  items: Money | undefined
  /** The delivery that counts: the chosen one, or the usual one. */
  delivery: DeliveryChoice | undefined
  /** What the shopper is shown. */
  total: Money | undefined
  /** A change of it is still on its way to the shop. */
  isChanging: boolean
  /** Something in it cannot be had as it is. */
  hasTrouble: boolean
  /** Asks the shop once more; what is different shows on the page. */
  isAsShown(): Promise<boolean>
}
