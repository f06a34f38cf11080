import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments, stringify } from 'yaml'
import { root } from './skaffold/read.ts'
import type { SkaffoldConfig } from './skaffold/schema.ts'

export interface Manifest {
  apiVersion: string
  kind: string
  metadata: { name: string; namespace?: string; labels?: Record<string, string> }
  spec?: Record<string, unknown>
  [field: string]: unknown
}

export const isStore = ({ apiVersion, kind }: Manifest): boolean =>
  kind === 'Store' && apiVersion.startsWith('aos.dev/')

export const readManifests = ({ manifests }: SkaffoldConfig, folder = root): Manifest[] =>
  manifests.rawYaml.flatMap((file) =>
    parseAllDocuments(readFileSync(join(folder, file), 'utf8'))
      .map((document) => document.toJS() as Manifest | null)
      .filter((manifest) => manifest !== null),
  )

/** The same with the images that were built, and with the label by which the hooks find what belongs to this run. */
export function forThisRun(
  manifests: Manifest[],
  run: { images: Map<string, string>; runId: string; namespace: string; host?: string | undefined },
): Manifest[] {
  return manifests.map((manifest) => {
    const { images, runId, namespace, host } = run
    const mine = inNamespace(replaceImages(manifest, images) as Manifest, namespace)
    const labels = { ...mine.metadata.labels, 'skaffold.dev/run-id': runId }
    return {
      ...mine,
      metadata: { ...mine.metadata, labels },
      ...(host && isStore(mine) && { spec: { ...mine.spec, host } }),
    }
  })
}

/** A Store is in the namespace of the run, unless it names one itself. */
export const inNamespace = (manifest: Manifest, namespace: string): Manifest =>
  isStore(manifest) ? { ...manifest, metadata: { namespace, ...manifest.metadata } } : manifest

/** Every field named `image` whose value is the name of an artifact, wherever it stands. */
function replaceImages(value: unknown, images: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((entry) => replaceImages(entry, images))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'image' && typeof inner === 'string'
        ? (images.get(inner) ?? inner)
        : replaceImages(inner, images),
    ]),
  )
}

export const toYaml = (manifests: Manifest[]): string =>
  manifests.map((manifest) => stringify(manifest, { aliasDuplicateObjects: false })).join('---\n')

/** For people: what it is, or how much of it. */
export const inWords = (manifests: Manifest[]): string =>
  manifests.length > 3
    ? `${manifests.length} objects`
    : manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`).join(', ')

/** Which stores manifests are of: Stores themselves, or what was rendered of them, and the namespaces they name. */
export function storesIn(manifests: Manifest[]): { name: string; namespace: string | undefined }[] {
  const found = manifests.flatMap((manifest) => {
    const { name, namespace, labels } = manifest.metadata
    const store = isStore(manifest) ? name : labels?.['aos.dev/store']
    return store ? [[`${namespace}/${store}`, { name: store, namespace }] as const] : []
  })
  return [...new Map(found).values()]
}
