interface Schema {
  type?: string
  const?: unknown
  enum?: unknown[]
  required?: string[]
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
}

interface Document {
  channels: Record<string, { messages: Record<string, unknown> }>
  components: { messages: Record<string, { payload: Schema }> }
}

/**
 * What keeps services of the released version and of this one from understanding each other, while
 * both run and while messages of both lie in Kafka: new optional fields are all that may come.
 */
export function breaksBetween(released: Document, current: Document): string[] {
  return Object.entries(released.channels).flatMap(([topic, { messages }]) =>
    Object.keys(messages).flatMap((type) => {
      if (!current.channels[topic]?.messages[type]) return [`${type} is not on ${topic} any more`]
      const before = released.components.messages[type]?.payload
      const now = current.components.messages[type]?.payload
      return before && now ? breaksIn(before, now, type) : [`${type} has no schema`]
    }),
  )
}

function breaksIn(before: Schema, now: Schema, at: string): string[] {
  if (before.type !== now.type) return [`${at} was ${before.type} and is ${now.type}`]
  return [
    ...sameValues(before, now, at),
    ...fieldsOf(before, now, at),
    ...(before.items && now.items ? breaksIn(before.items, now.items, `${at}[]`) : []),
  ]
}

/** A value that one side does not know would be refused by it. */
function sameValues(before: Schema, now: Schema, at: string): string[] {
  const values = ({ enum: several, const: one }: Schema) => JSON.stringify((several ?? [one]).toSorted())
  return values(before) === values(now) ? [] : [`${at} may have other values than before`]
}

function fieldsOf(before: Schema, now: Schema, at: string): string[] {
  const wasRequired = new Set(before.required)
  const isRequired = new Set(now.required)
  const known = Object.entries(before.properties ?? {}).flatMap(([name, schema]) => {
    const field = now.properties?.[name]
    if (!field) return wasRequired.has(name) ? [`${at}.${name} is gone`] : []
    const moreOptional = wasRequired.has(name) && !isRequired.has(name)
    return [
      ...(moreOptional ? [`${at}.${name} may be missing now`] : []),
      ...breaksIn(schema, field, `${at}.${name}`),
    ]
  })
  const demanded = [...isRequired]
    .filter((name) => !wasRequired.has(name))
    .map((name) => `${at}.${name} is required now`)
  return [...known, ...demanded]
}
