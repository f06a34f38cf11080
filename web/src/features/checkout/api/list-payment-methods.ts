import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'

export const paymentMethodsQuery = queryOptions({
  queryKey: ['payment-methods'],
  queryFn: ({ signal }) => request('listPaymentMethods', { signal }),
  staleTime: 5 * 60_000,
})
