import type { StaffProduct } from '@aos/contracts/back-office'
import { useQueryClient } from '@tanstack/react-query'
import { staffProductQuery } from './api/get-staff-product.ts'

/** Shows a product as it is after a change; the shop's own pages, the lists and the trail tell it, too. */
export function useShowProduct() {
  const client = useQueryClient()
  return async (product: StaffProduct): Promise<void> => {
    client.setQueryData(staffProductQuery(product.sku).queryKey, product)
    await client.invalidateQueries()
  }
}
