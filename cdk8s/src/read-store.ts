import { Yaml } from 'cdk8s'
import { z } from 'zod'
import type { Store } from './store.ts'
import { StoreSpec } from './store-spec.ts'

const StoreFile = z.object({
  kind: z.literal('Store'),
  metadata: z.object({ name: z.string(), namespace: z.string().optional() }),
  spec: StoreSpec,
})

/** A Store resource from a file, with its defaults, in the namespace that it names or else in this one. */
export function readStore(path: string, byDefault: string): Store {
  const file = StoreFile.safeParse(Yaml.load(path)[0])
  if (!file.success) throw new Error(`${path} is no Store:\n${z.prettifyError(file.error)}`)
  const { metadata, spec } = file.data
  return { name: metadata.name, namespace: metadata.namespace ?? byDefault, spec }
}
