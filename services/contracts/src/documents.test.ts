import { createRequire } from 'node:module'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { operations } from './api.ts'
import { asyncapi } from './asyncapi.ts'
import { messageTypes } from './messages.ts'
import { openapi } from './openapi.ts'
import { messageTopics } from './topics.ts'

const schemaOfAsyncapi = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0-without-$id.json')

describe('the OpenAPI document', () => {
  const document = openapi('1.2.3')

  it('is valid', async () => {
    expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true })
  })

  it('has every operation', () => {
    const paths = document.paths as Record<string, Record<string, { operationId: string }>>
    const documented = Object.values(paths).flatMap((path) =>
      Object.values(path).map((one) => one.operationId),
    )
    expect(documented.sort()).toEqual(Object.keys(operations).sort())
  })
})

describe('the AsyncAPI document', () => {
  const document = asyncapi('1.2.3')

  it('is valid', () => {
    const ajv = new Ajv({ strict: false, allErrors: true })
    addFormats.default(ajv)
    const isValid = ajv.compile(schemaOfAsyncapi)
    isValid(document)
    expect(isValid.errors ?? []).toEqual([])
  })

  it('has every message on its channel, and all references lead somewhere', () => {
    const channels = document.channels as Record<string, { messages: object }>
    expect(Object.keys(channels)).toEqual(messageTopics.map(({ name }) => name))
    const onChannels = Object.values(channels).flatMap((channel) => Object.keys(channel.messages))
    expect(onChannels.sort()).toEqual([...messageTypes].sort())
    for (const [, path] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g))
      expect(at(document, path ?? ''), path).toBeDefined()
  })
})

const at = (document: unknown, path: string): unknown =>
  path
    .split('/')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document)
