import { z } from 'zod'
import { image, quantity, rules, secretName } from './values.ts'

interface Usual {
  cpu: string
  memory: string
  /** Of memory; processor time is limited only where somebody says so. */
  limit: string
}

export const resources = ({ cpu, memory, limit }: Usual) =>
  z
    .strictObject({
      requests: z.strictObject({ cpu: quantity.default(cpu), memory: quantity.default(memory) }).prefault({}),
      limits: z.strictObject({ cpu: quantity.optional(), memory: quantity.default(limit) }).prefault({}),
    })
    .describe('What the container asks for and may use at most.')
export type Resources = z.output<ReturnType<typeof resources>>

const Replicas = z
  .strictObject({
    min: z.number().int().min(1).max(50).default(1),
    max: z.number().int().min(1).max(50).default(3),
  })
  .describe(
    'How many pods there are at least and at most; more than one pod of a consumer wants more than one partition per topic.',
  )
  .meta(rules({ rule: 'self.min <= self.max', message: 'replicas.min must not be above replicas.max' }))

export const workload = (usual: Usual) =>
  z.strictObject({
    image: image.optional().describe('Image reference; by default <images.registry>/<name>:<version>.'),
    replicas: Replicas.prefault({}),
    resources: resources(usual).prefault({}),
  })

export const Images = z
  .strictObject({
    registry: z
      .string()
      .min(1)
      .max(255)
      .default('ghcr.io/awesome-online-store')
      .describe('Where images without a reference of their own come from.'),
    pullPolicy: z.enum(['Always', 'IfNotPresent', 'Never']).default('IfNotPresent'),
    pullSecrets: z
      .array(secretName)
      .max(8)
      .default([])
      .describe('Secrets of this namespace with which images are pulled.'),
  })
  .describe('Where the images of the store come from.')
