import { describe, expect, it } from 'vitest'
import { storeCrd } from './store-crd.ts'
import { StoreSpec } from './store-spec.ts'

type Schema = { [key: string]: unknown } & {
  properties?: Record<string, Schema>
  items?: Schema
  default?: unknown
}

const [version] = storeCrd().spec.versions
if (!version) throw new Error('the CustomResourceDefinition has no version')
const { properties } = version.schema.openAPIV3Schema as unknown as {
  properties: { spec: Schema; status: Schema }
}

/** As the API server fills in what was not written. */
function withDefaults(schema: Schema, value: unknown): unknown {
  const here = value === undefined ? schema.default : value
  if (!schema.properties || typeof here !== 'object' || here === null) return here
  const filled = Object.entries(schema.properties).map(([name, inner]) => [
    name,
    withDefaults(inner, (here as Record<string, unknown>)[name]),
  ])
  return { ...here, ...Object.fromEntries(filled.filter(([, inner]) => inner !== undefined)) }
}

const bare = { version: '1.0.0', host: 'shop.example.com', simulators: { enabled: true } }

describe('the API server', () => {
  it.each([
    ['a bare store', bare],
    [
      'a store with parts of parts',
      { ...bare, services: { orders: { replicas: { min: 2 } } }, ingress: { tls: {} } },
    ],
    [
      'a store on external servers',
      {
        ...bare,
        kafka: { type: 'external', external: { brokers: ['kafka:9092'] } },
        database: { type: 'external', external: { host: 'postgres', secretName: 'admin' } },
      },
    ],
  ])('fills in %s as the renderer does', (_, spec) => {
    expect(withDefaults(properties.spec, spec)).toEqual(StoreSpec.parse(spec))
  })

  it('is given a structural schema: a type everywhere, and no word that it does not know', () => {
    const known =
      /^(type|format|properties|required|items|description|default|enum|pattern|nullable|minimum|maximum|minLength|maxLength|minItems|maxItems|additionalProperties|x-kubernetes-.*)$/
    const visit = (schema: Schema, path: string): void => {
      expect([path, typeof schema.type]).toEqual([path, 'string'])
      for (const word of Object.keys(schema))
        expect([path, word]).toEqual([path, expect.stringMatching(known)])
      expect([path, schema.additionalProperties]).not.toEqual([path, false])
      for (const [name, inner] of Object.entries(schema.properties ?? {})) visit(inner, `${path}.${name}`)
      if (schema.items) visit(schema.items, `${path}[]`)
    }
    visit(properties.spec, 'spec')
    visit(properties.status, 'status')
  })

  it('knows how long every text and list may be, or its rules would cost too much to check', () => {
    const visit = (schema: Schema, path: string): void => {
      if (schema.type === 'array') expect([path, schema.maxItems]).toEqual([path, expect.any(Number)])
      for (const [name, inner] of Object.entries(schema.properties ?? {})) visit(inner, `${path}.${name}`)
      if (schema.items) visit(schema.items, `${path}[]`)
    }
    visit(properties.spec, 'spec')
  })
})

describe('kubectl', () => {
  it('explains every field at the top, and what Kafka may be', () => {
    for (const [name, schema] of Object.entries(properties.spec.properties ?? {}))
      expect([name, schema.description]).toEqual([name, expect.stringMatching(/\.$/)])
    expect(properties.spec.properties?.kafka?.properties?.type?.description).toContain('strimzi: a cluster')
  })

  it('shows what matters of a store', () => {
    expect(
      version.additionalPrinterColumns.filter((column) => !column.priority).map(({ name }) => name),
    ).toEqual(['Ready', 'Version', 'URL', 'Age'])
  })
})

it('rules say what to write instead', () => {
  const rules = JSON.stringify(properties.spec).match(/"message":"[^"]*(\\"[^"]*)*"/g) ?? []
  expect(rules.length).toBeGreaterThan(5)
})
