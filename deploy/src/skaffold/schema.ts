import { z } from 'zod'

/** The part of Skaffold's language that skaffold.yaml uses, and no more: a word that is not here is refused. */
const Artifact = z.strictObject({
  image: z.string(),
  docker: z.strictObject({
    dockerfile: z.string(),
    buildArgs: z.record(z.string(), z.string()).default({}),
  }),
})
export type Artifact = z.output<typeof Artifact>

const Release = z.strictObject({
  name: z.string(),
  chartPath: z.string(),
  namespace: z.string(),
  createNamespace: z.literal(true),
  wait: z.literal(true),
  valuesFiles: z.array(z.string()).default([]),
  setValueTemplates: z.record(z.string(), z.string()).default({}),
})
export type Release = z.output<typeof Release>

const hooks = z
  .array(z.strictObject({ host: z.strictObject({ command: z.array(z.string()).min(1) }) }))
  .default([])

const Patch = z.strictObject({
  op: z.enum(['add', 'remove', 'replace']),
  path: z.string().startsWith('/'),
  value: z.unknown().optional(),
})
export type Patch = z.output<typeof Patch>

const Manifests = z.strictObject({ rawYaml: z.array(z.string()) })

const Profile = z.strictObject({
  name: z.string(),
  manifests: Manifests.optional(),
  patches: z.array(Patch).default([]),
})

export const SkaffoldConfig = z.strictObject({
  apiVersion: z.literal('skaffold/v4beta13'),
  kind: z.literal('Config'),
  metadata: z.strictObject({ name: z.string() }),
  build: z.strictObject({
    tagPolicy: z.strictObject({ inputDigest: z.strictObject({}) }),
    artifacts: z.array(Artifact),
  }),
  manifests: Manifests,
  resourceSelector: z.strictObject({
    allow: z.array(
      z.strictObject({
        groupKind: z.string(),
        image: z.tuple([z.literal('.*')]),
        labels: z.tuple([z.literal('.metadata.labels')]),
      }),
    ),
  }),
  deploy: z.strictObject({
    statusCheckDeadlineSeconds: z.number().int(),
    tolerateFailuresUntilDeadline: z.boolean(),
    helm: z
      .strictObject({
        flags: z.strictObject({ install: z.array(z.string()), upgrade: z.array(z.string()) }),
        releases: z.array(Release),
      })
      .optional(),
    kubectl: z.strictObject({
      flags: z.strictObject({ apply: z.array(z.string()) }).default({ apply: [] }),
      hooks: z.strictObject({ before: hooks, after: hooks }),
    }),
  }),
  portForward: z.array(z.unknown()).optional(),
  profiles: z.array(Profile).default([]),
})
export type SkaffoldConfig = z.output<typeof SkaffoldConfig>
