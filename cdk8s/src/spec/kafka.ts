import { z } from 'zod'
import { caSecret, image, quantity, rules, secretName, storageClass } from './values.ts'

const Sasl = z.strictObject({
  mechanism: z.enum(['SCRAM-SHA-512', 'SCRAM-SHA-256', 'PLAIN']).default('SCRAM-SHA-512'),
  secretName: secretName.describe('Secret with username and password.'),
})

const External = z
  .strictObject({
    brokers: z
      .array(
        z
          .string()
          .regex(/^[^\s:,]+:[0-9]+$/)
          .max(260),
      )
      .min(1)
      .max(16)
      .describe('host:port of brokers to start from.'),
    tls: z.boolean().default(false).describe('Whether connections are encrypted.'),
    caSecretName: caSecret,
    sasl: Sasl.optional().describe('How the store signs in; not at all when absent.'),
  })
  .meta(
    rules({
      rule: '!self.tls || has(self.caSecretName) || has(self.sasl)',
      message: 'kafka.external.tls without sasl needs caSecretName: a Secret with ca.crt',
    }),
  )

export const Kafka = z
  .strictObject({
    type: z
      .enum(['strimzi', 'external', 'single'])
      .default('strimzi')
      .describe(
        'strimzi: a cluster kept by the Strimzi operator. external: one that exists. single: one pod, for development.',
      ),
    partitions: z
      .number()
      .int()
      .min(1)
      .max(64)
      .default(1)
      .describe('Partitions of each topic: about the replicas of its busiest consumer. Never made fewer.'),
    replicas: z
      .number()
      .int()
      .min(1)
      .max(9)
      .default(3)
      .describe('Brokers of the strimzi cluster; each message is on up to three of them.'),
    storage: quantity.default('20Gi').describe('Disk of each broker.'),
    storageClass,
    image: image.default('apache/kafka:4.4.0').describe('Image of the type single.'),
    external: External.optional().describe('The cluster that exists, for type external.'),
  })
  .describe('What carries the messages between the services.')
  .meta(
    rules(
      {
        rule: "self.type != 'external' || has(self.external)",
        message: 'kafka.type external needs kafka.external: { brokers: ["host:9092"] }',
      },
      {
        rule: "self.type == 'external' || !has(self.external)",
        message: 'kafka.external is for kafka.type external: set the type or remove it',
      },
    ),
  )
