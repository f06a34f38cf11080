import { PaymentType, paymentTypes } from '@aos/contracts/payment-methods'
import { z } from 'zod'
import { image, secretName, webAddress } from './values.ts'
import { resources } from './workload.ts'

export const Payments = z
  .strictObject({
    brokerUrl: webAddress
      .default('https://api.stripe.com')
      .describe('The broker: Stripe, or what speaks its PaymentIntents API.'),
    scriptUrl: webAddress.default('https://js.stripe.com/v3/').describe('The broker’s script for browsers.'),
    methods: z
      .array(PaymentType)
      .min(1)
      .max(paymentTypes.length)
      .default(['card'])
      .describe(
        'The ways to pay that your account at the broker is set up for, in the order in which they are offered. The type sepa-debit is offered in EUR only.',
      ),
    secretName: secretName
      .default('payment-broker')
      .describe('Secret with secret-key, publishable-key and webhook-secret.'),
  })
  .describe('The payment broker.')

export const Shipments = z
  .strictObject({
    carrierUrl: webAddress.optional().describe('Where the shipment company takes bookings.'),
    secretName: secretName.default('carrier').describe('Secret with token and webhook-secret.'),
  })
  .describe('The shipment company.')

export const Mail = z
  .strictObject({
    from: z
      .string()
      .min(3)
      .max(320)
      .optional()
      .describe('Sender, as in the header; by default Awesome Online Store <store@HOST>.'),
    secretName: secretName
      .default('mail')
      .describe('Secret with smtp-url, for instance smtps://user:password@mail.example.com.'),
  })
  .describe('Where e-mail is handed over.')

export const Simulators = z
  .strictObject({
    enabled: z.boolean().default(false),
    image: image.optional().describe('Image reference; by default <images.registry>/simulators:<version>.'),
    resources: resources({ cpu: '10m', memory: '96Mi', limit: '256Mi' }).prefault({}),
  })
  .describe(
    'Stand-ins for the payment broker, the shipment company and the mail server: for trying, never for selling. They take the place of payments, shipments and mail above.',
  )
