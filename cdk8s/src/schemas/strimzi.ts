import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Schema = { [key: string]: unknown }

interface WithDefinitions extends Schema {
  $defs: Record<string, Schema>
}

/** Strimzi publishes no CustomResourceDefinitions as a package, but the classes that they are made from. */
export function strimziSchemas(folder: string): Record<string, Schema> {
  const jars = mkdtempSync(join(tmpdir(), 'strimzi-'))
  try {
    execFileSync('mvn', ['-q', '-f', folder, 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`])
    const output = execFileSync('java', ['-cp', join(jars, '*'), join(folder, 'StrimziSchemas.java')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const schemas = JSON.parse(output) as Record<string, WithDefinitions>
    return Object.fromEntries(Object.entries(schemas).map(([kind, schema]) => [kind, merged(schema)]))
  } finally {
    rmSync(jars, { recursive: true })
  }
}

/** Written as text, although their classes have fields. */
const AS_TEXT = ['Quantity', 'IntOrString']

/** A subtype is its base, which allows nothing more, and the word that tells it apart: made one here. */
function merged(schema: WithDefinitions): WithDefinitions {
  const $defs = Object.fromEntries(
    Object.entries(schema.$defs).map(([name, definition]) => {
      if (AS_TEXT.includes(name)) return [name, { type: ['string', 'integer'] }]
      const base = typeof definition.$ref === 'string' ? schema.$defs[definition.$ref.slice(8)] : undefined
      if (!base || !definition.properties) return [name, definition]
      const { $ref: _, ...own } = definition
      return [
        name,
        {
          ...base,
          ...own,
          properties: { ...(base.properties as Schema | undefined), ...(own.properties as Schema) },
        },
      ]
    }),
  )
  return { ...schema, $defs }
}
