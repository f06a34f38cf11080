import { kindsOfPayment, type PaymentMethod, type PaymentType } from '@aos/contracts/payment-methods'

/** What the broker was set up for, as far as it goes with the store's currency. */
export const offeredMethods = (types: readonly PaymentType[], currency: string): PaymentMethod[] =>
  types
    .filter((type) => kindsOfPayment[type].currencies?.includes(currency) ?? true)
    .map((type) => {
      const { name, form, takesDays } = kindsOfPayment[type]
      return { type, name, form, takesDays }
    })
