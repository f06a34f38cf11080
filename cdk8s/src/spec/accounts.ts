import { z } from 'zod'
import { secretName, webAddress } from './values.ts'

export const Accounts = z
  .strictObject({
    openIdConnect: z
      .strictObject({
        issuer: webAddress.describe('The provider, for instance https://login.example.com.'),
        name: z
          .string()
          .min(1)
          .max(60)
          .default('single sign-on')
          .describe('On its button: “Sign in with …”.'),
        secretName: secretName
          .default('openid-connect')
          .describe('Secret with client-id and client-secret, as the provider gave them.'),
      })
      .optional()
      .describe('Another company that vouches for people, beside passwords.'),
  })
  .describe('The accounts of shoppers and staff.')
