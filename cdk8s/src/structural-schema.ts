import { z } from 'zod'

type Schema = { [key: string]: unknown }

/**
 * A zod schema as a CustomResourceDefinition wants it: what people may write, in OpenAPI 3.0, without
 * `additionalProperties: false`, which structural schemas know no more than `kubectl apply` needs it:
 * it refuses unknown fields by itself.
 */
export function structuralSchema(schema: z.ZodType): Schema {
  const { $schema: _, ...openapi } = z.toJSONSchema(schema, { io: 'input', target: 'openapi-3.0' })
  return structural(openapi)
}

function structural(schema: Schema): Schema {
  const { properties, items, additionalProperties, ...rest } = schema
  const inner = properties === undefined ? undefined : each(properties as Record<string, Schema>)
  return {
    ...withoutUnsafeBounds(rest),
    ...(inner && { properties: inner, ...defaultWithin(rest, inner) }),
    ...(items !== undefined && { items: structural(items as Schema) }),
    ...(typeof additionalProperties === 'object' &&
      additionalProperties !== null && { additionalProperties: structural(additionalProperties as Schema) }),
  }
}

/** Rules are tried on a default as it is written here, before the defaults within it are filled in. */
function defaultWithin(schema: Schema, properties: Record<string, Schema>): Schema {
  if (schema.default === undefined) return {}
  const filled = Object.entries(properties).flatMap(([name, { default: value }]) =>
    value === undefined ? [] : [[name, value]],
  )
  return { default: { ...Object.fromEntries(filled), ...(schema.default as Schema) } }
}

const each = (properties: Record<string, Schema>) =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, structural(schema)]))

/** zod bounds integers by what JavaScript can count to; Kubernetes has a format for that. */
function withoutUnsafeBounds({ minimum, maximum, ...rest }: Schema): Schema {
  return {
    ...rest,
    ...(rest.type === 'integer' && { format: 'int64' }),
    ...(minimum !== undefined && minimum !== Number.MIN_SAFE_INTEGER && { minimum }),
    ...(maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER && { maximum }),
  }
}
