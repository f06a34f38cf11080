import { z } from 'zod'
import { namespaceName, rules, secretName } from './values.ts'

export const Ingress = z
  .strictObject({
    type: z.enum(['Ingress', 'HTTPRoute']).default('Ingress'),
    className: z
      .string()
      .max(63)
      .optional()
      .describe('Ingress class; the default class of the cluster when absent.'),
    gateway: z
      .strictObject({ name: secretName, namespace: namespaceName.optional() })
      .optional()
      .describe('The Gateway that an HTTPRoute attaches to.'),
    namespace: namespaceName
      .optional()
      .describe(
        'Namespace of the ingress controller’s pods: nobody else reaches the web app and the gateway then. Absent for one that runs outside the cluster or on the host’s network.',
      ),
    proxies: z
      .number()
      .int()
      .min(0)
      .max(10)
      .default(1)
      .describe(
        'How many proxies in front of the gateway append whom they heard to X-Forwarded-For: the ingress controller is one, a load balancer that speaks HTTP another.',
      ),
    limitAddresses: z
      .boolean()
      .default(true)
      .describe(
        'Limit what one network address may ask for. False where shoppers cannot be told apart by theirs.',
      ),
    tls: z
      .strictObject({
        secretName: secretName.default('store-tls').describe('Secret with tls.crt and tls.key for the host.'),
        issuer: secretName.optional().describe('cert-manager ClusterIssuer that fills the secret.'),
      })
      .optional()
      .describe(
        'Shoppers come over HTTPS when present; without it cookies are sent over plain HTTP as well. With an HTTPRoute the certificate is the Gateway’s own affair.',
      ),
  })
  .describe('The door for shoppers.')
  .meta(
    rules({
      rule: "self.type != 'HTTPRoute' || has(self.gateway)",
      message: 'ingress.type HTTPRoute needs ingress.gateway: { name: <your Gateway> }',
    }),
  )
