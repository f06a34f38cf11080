import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js'

type Schema = { [key: string]: unknown }

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'schemas', name), 'utf8'))

const { kinds, definitions } = read<{ kinds: Record<string, string>; definitions: Record<string, Schema> }>(
  'kubernetes.json',
)
const custom = read<Record<string, Schema>>('custom-resources.json')
const strimzi = read<Record<string, Schema>>('strimzi.json')

/** Formats say how numbers are kept; what Kubernetes checks of them it says by patterns and bounds too. */
const ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: false })
ajv.addSchema({ $id: 'kubernetes', definitions: strict(definitions, true) })

const validators = new Map<string, ValidateFunction | undefined>()

function validatorOf(kind: string): ValidateFunction | undefined {
  if (!validators.has(kind)) {
    const schema = schemaOf(kind)
    validators.set(kind, schema && ajv.compile(schema))
  }
  return validators.get(kind)
}

function schemaOf(kind: string): Schema | undefined {
  const name = kinds[kind]
  if (name) return { $ref: `kubernetes#/definitions/${name}` }
  const crd = custom[kind]
  if (crd) return withAnyMetadata(strict(crd) as Schema)
  return strimzi[kind] && withAnyMetadata(strimzi[kind])
}

const withAnyMetadata = (schema: Schema): Schema => ({
  ...schema,
  properties: { ...(schema.properties as Schema), metadata: { type: 'object' } },
})

/** What the API server would refuse, unknown fields included: nothing when it would take the manifest. */
export function faultsOf(manifest: { apiVersion: string; kind: string }): string[] {
  const kind = `${manifest.apiVersion} ${manifest.kind}`
  const validate = validatorOf(kind)
  if (!validate) return [`there is no schema of ${kind}`]
  validate(manifest)
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

/** As the API server reads structural schemas: what is not named is unknown, an integer may be a string. */
function strict(value: unknown, areNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => strict(item))
  if (typeof value !== 'object' || value === null) return value
  const schema = value as Schema
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, part]) => [key, strict(part, key === 'properties' && !areNames)]),
  )
  if (areNames) return inner
  if (schema['x-kubernetes-int-or-string'] || schema.format === 'int-or-string')
    return { type: ['integer', 'string'] }
  const isClosed =
    schema.properties && !schema.additionalProperties && !schema['x-kubernetes-preserve-unknown-fields']
  return isClosed ? { ...inner, additionalProperties: false } : inner
}
