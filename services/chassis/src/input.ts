import { bodyParser } from '@koa/bodyparser'
import type { z } from 'zod'
import { AppError } from './errors.ts'

/** Orders are small; anything larger is a mistake or an attack. */
export const parseBody = bodyParser({
  jsonLimit: '256kb',
  enableTypes: ['json'],
  // It calls some of its faults the caller's, and others by no name.
  onError: (error) => {
    throw 'status' in error && error.status === 413
      ? error
      : new AppError('invalid', 'invalid-body', `the body of the request: ${error.message}`, { cause: error })
  },
})

/** @throws AppError that names each fault of this part of a request. */
export function parse(part: string, schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  const summary = errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ')
  throw new AppError('invalid', `invalid-${part}`, `the ${part} of the request: ${summary}`, { errors })
}
