import { z } from 'zod'

/** The ways to pay that the store knows; which of them a store offers, its payments service says. */
export const paymentTypes = ['card', 'sepa-debit'] as const
export const PaymentType = z.enum(paymentTypes)
export type PaymentType = z.infer<typeof PaymentType>

export const paymentForms = ['card', 'iban'] as const

interface Kind {
  name: string
  form: (typeof paymentForms)[number]
  /** The bank has days to say whether it pays. */
  takesDays: boolean
  /** The shopper agrees to the debit, and the broker has to be told who did. */
  needsMandate: boolean
  /** Where it is for some only. */
  currencies?: readonly string[]
}

export const kindsOfPayment: Record<PaymentType, Kind> = {
  card: { name: 'Card', form: 'card', takesDays: false, needsMandate: false },
  'sepa-debit': {
    name: 'SEPA direct debit',
    form: 'iban',
    takesDays: true,
    needsMandate: true,
    currencies: ['EUR'],
  },
}

export const PaymentMethod = z.object({
  type: PaymentType,
  name: z.string(),
  form: z.enum(paymentForms).describe("Which of the broker's forms makes a payment method of it."),
  takesDays: z.boolean().describe('The order waits for the bank, and goes on as soon as that has paid.'),
})
export type PaymentMethod = z.infer<typeof PaymentMethod>

/** Who agreed to a debit, as far as a web shop can tell. */
export const Mandate = z.object({
  acceptedAt: z.iso.datetime(),
  ipAddress: z.string(),
  userAgent: z.string(),
})
export type Mandate = z.infer<typeof Mandate>

/** The gateway tells them the services whose operation asks for it. */
export const CLIENT_ADDRESS_HEADER = 'x-client-address'
export const CLIENT_AGENT_HEADER = 'x-client-agent'
