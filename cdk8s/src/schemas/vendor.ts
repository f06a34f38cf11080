import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Yaml } from 'cdk8s'
import { customResources, kubernetes, kubernetesKinds } from './sources.ts'
import { strimziSchemas } from './strimzi.ts'

/** Fetches the schemas anew, with Go and Maven, and leaves out their prose: `npm run schemas`. */
type Schema = { [key: string]: unknown }

const target = join(import.meta.dirname, '..', '..', 'schemas')

const folderOf = (module: string): string =>
  JSON.parse(execFileSync('go', ['mod', 'download', '-json', module], { encoding: 'utf8' })).Dir

const PROSE = new Set([
  'description',
  'x-kubernetes-validations',
  'title',
  'externalDocs',
  'example',
  'status',
])

/** `properties` may be named like anything. */
function withoutProse(value: unknown, areNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => areNames || !PROSE.has(key))
      .map(([key, inner]) => [key, withoutProse(inner, key === 'properties' || key === 'definitions')]),
  )
}

interface Crd {
  spec: {
    group: string
    names: { kind: string }
    versions: { name: string; schema: { openAPIV3Schema: { properties: Record<string, Schema> } } }[]
  }
}

function* customSchemas(): Generator<[string, Schema]> {
  for (const { module, folder, files } of customResources)
    for (const file of files) {
      const crd = Yaml.load(join(folderOf(module), folder, file))[0] as Crd
      for (const { name, schema } of crd.spec.versions) {
        const { status: _, ...properties } = schema.openAPIV3Schema.properties
        yield [
          `${crd.spec.group}/${name} ${crd.spec.names.kind}`,
          withoutProse({ ...schema.openAPIV3Schema, properties }) as Schema,
        ]
      }
    }
}

interface Definition extends Schema {
  'x-kubernetes-group-version-kind'?: { group: string; version: string; kind: string }[]
}

function kubernetesSchemas(): Schema {
  const file = join(folderOf(kubernetes.module), kubernetes.file)
  const { definitions } = JSON.parse(readFileSync(file, 'utf8')) as {
    definitions: Record<string, Definition>
  }
  const kinds = Object.fromEntries(
    Object.entries(definitions).flatMap(([name, definition]) =>
      (definition['x-kubernetes-group-version-kind'] ?? [])
        .map(({ group, version, kind }) => `${group ? `${group}/` : ''}${version} ${kind}`)
        .filter((kind) => kubernetesKinds.includes(kind))
        .map((kind) => [kind, name]),
    ),
  )
  const used = new Set<string>()
  const visit = (name: string) => {
    if (used.has(name)) return
    used.add(name)
    for (const [, inner = ''] of JSON.stringify(definitions[name]).matchAll(/#\/definitions\/([^"]+)/g))
      visit(inner)
  }
  for (const name of Object.values(kinds)) visit(name)
  const kept = Object.fromEntries([...used].sort().map((name) => [name, withoutProse(definitions[name])]))
  return { kinds, definitions: kept }
}

const write = (name: string, value: unknown) =>
  writeFileSync(join(target, name), `${JSON.stringify(value)}\n`)

write('kubernetes.json', kubernetesSchemas())
write('custom-resources.json', Object.fromEntries(customSchemas()))
write('strimzi.json', strimziSchemas(join(target, 'strimzi')))
