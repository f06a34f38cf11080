import { z } from 'zod'
import { caSecret, image, quantity, rules, secretName, storageClass } from './values.ts'

const External = z.strictObject({
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65_535).default(5432),
  secretName: secretName.describe(
    'Secret with username and password of a role that may create databases and roles.',
  ),
  sslMode: z
    .enum(['disable', 'require', 'verify-full'])
    .default('require')
    .describe('require encrypts without asking who the server is.'),
  caSecretName: caSecret,
})

export const Database = z
  .strictObject({
    type: z
      .enum(['cloudnativepg', 'external', 'single'])
      .default('cloudnativepg')
      .describe(
        'cloudnativepg: a cluster kept by that operator. external: a server that exists. single: one pod, for development.',
      ),
    instances: z.number().int().min(1).max(9).default(2).describe('Instances of the cloudnativepg cluster.'),
    storage: quantity.default('10Gi').describe('Disk of each instance.'),
    storageClass,
    image: image.default('postgres:15-bookworm').describe('Image of the type single.'),
    external: External.optional().describe('The server that exists, for type external.'),
  })
  .describe('PostgreSQL: a database and a role of its own for each service.')
  .meta(
    rules(
      {
        rule: "self.type != 'external' || has(self.external)",
        message: 'database.type external needs database.external: { host, secretName }',
      },
      {
        rule: "self.type == 'external' || !has(self.external)",
        message: 'database.external is for database.type external: set the type or remove it',
      },
    ),
  )
