import { useIsMutating } from '@tanstack/react-query'
import { cartMutations } from './api/get-cart.ts'

export const useCartIsChanging = (): boolean => useIsMutating({ mutationKey: cartMutations }) > 0
