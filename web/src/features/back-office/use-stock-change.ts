import type { StaffProduct, StockChange } from '@aos/contracts/back-office'
import { changeStock } from './api/change-stock.ts'
import { useSendOnce } from './use-send-once.ts'

/** Sends a change of the stock, once however often it is tried. */
export const useStockChange = (sku: string): ((change: StockChange) => Promise<StaffProduct>) =>
  useSendOnce((change, key) => changeStock(sku, change, key))
