import { z } from 'zod'
import { type Operation, operations } from './api.ts'
import { Problem } from './http.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json
}

function parameters(where: 'path' | 'query' | 'header', schema: z.ZodObject | undefined): Json[] {
  if (!schema) return []
  const json = schemaOf(schema, 'input') as { properties: Record<string, Json>; required?: string[] }
  return Object.entries(json.properties).map(([name, property]) => ({
    name,
    in: where,
    required: json.required?.includes(name) ?? false,
    schema: property,
  }))
}

const content = (type: string, schema: Json) => ({ [type]: { schema } })

function answer({ status, response, contentType = 'application/json' }: Operation): Json {
  if (contentType === 'text/event-stream')
    return {
      // OpenAPI 3.1 has no words for the shape of an event.
      [status]: { description: 'A stream of events.', content: { [contentType]: {} } },
    }
  const schema = response ? schemaOf(response, 'output') : { type: 'string' }
  const body = status === 204 || status === 302 ? {} : { content: content(contentType, schema) }
  return { [status]: { description: 'Done.', ...body } }
}

const problems = (statuses: readonly number[] = []): Json =>
  Object.fromEntries(
    [...statuses, 'default'].map((status) => [status, { $ref: '#/components/responses/Problem' }]),
  )

const describe = (name: string, operation: Operation): Json => ({
  operationId: name,
  summary: operation.summary,
  tags: [operation.service],
  parameters: [
    ...parameters('path', operation.params),
    ...parameters('query', operation.query),
    ...parameters('header', operation.headers),
  ],
  ...(operation.body && {
    requestBody: { required: true, content: content('application/json', schemaOf(operation.body, 'input')) },
  }),
  responses: { ...answer(operation), ...problems(operation.problems) },
})

/** The OpenAPI 3.1 document of the public API, derived from api.ts. */
export function openapi(version: string): Json {
  const paths: Record<string, Json> = {}
  for (const [name, operation] of Object.entries(operations))
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(name, operation) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Awesome Online Store',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      responses: {
        Problem: {
          description: 'What went wrong, and what to do about it.',
          content: content('application/problem+json', schemaOf(Problem, 'output')),
        },
      },
    },
  }
}
