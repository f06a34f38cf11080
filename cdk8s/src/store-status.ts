import { z } from 'zod'
import { phases } from './store.ts'

const listByKey = (key: string) => ({ 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': [key] })
const time = z.string().meta({ format: 'date-time' })
const count = z.number().int().min(0)

const Condition = z
  .object({
    type: z.string().max(316),
    status: z.enum(['True', 'False', 'Unknown']),
    observedGeneration: z.number().int().optional(),
    lastTransitionTime: time,
    reason: z.string().max(1024),
    message: z.string().max(32_768),
  })
  .describe('One aspect of how the store is: Ready, Progressing or Degraded.')

const PartStatus = z.object({
  name: z.string().max(253).describe('The part: a service, or what the store stands on.'),
  ready: count.describe('Pods that can work.'),
  wanted: count.describe('Pods that there should be.'),
  message: z.string().max(1024).optional().describe('What keeps it from being ready.'),
})

const Rollout = z
  .object({
    revision: z.string().max(63).describe('Which spec is coming in.'),
    phase: z.enum(phases).describe('How far it has come.'),
    since: time.describe('When that phase began; from here the progress deadline counts.'),
  })
  .describe('A change of the store under way; absent when everything is as the spec says.')

/** What the operator says about a store: the `status` of a Store resource. */
export const StoreStatus = z.object({
  observedGeneration: z.number().int().optional().describe('The generation of the spec that this is about.'),
  version: z.string().max(128).optional().describe('The version that runs.'),
  url: z.string().max(2048).optional().describe('Where shoppers find the shop.'),
  conditions: z.array(Condition).max(8).default([]).meta(listByKey('type')),
  services: z
    .array(PartStatus)
    .max(64)
    .default([])
    .describe('Each part of the store and its pods.')
    .meta(listByKey('name')),
  rollout: Rollout.optional(),
  goodRevision: z
    .string()
    .max(63)
    .optional()
    .describe('The last spec that became ready, kept as a ControllerRevision; a rollback goes there.'),
  failedRevision: z
    .string()
    .max(63)
    .optional()
    .describe(
      'A spec that did not become ready and was rolled back; it is not tried again until it changes.',
    ),
})
export type StoreStatus = z.output<typeof StoreStatus>
