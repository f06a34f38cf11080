import { Pricing as ContractsPricing } from '@aos/contracts/pricing'

/** The services' own rule; the API server sees to it that no two deliveries have one id. */
export const Pricing = ContractsPricing.extend({
  deliveries: ContractsPricing.shape.deliveries.meta({
    'x-kubernetes-list-type': 'map',
    'x-kubernetes-list-map-keys': ['id'],
  }),
}).describe('Tax, and what delivery costs.')
