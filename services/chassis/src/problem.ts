import type { Problem } from '@aos/contracts/http'
import type { Middleware } from 'koa'
import { AppError, type ErrorKind } from './errors.ts'
import type { Logger } from './logger.ts'

/** The only place that knows which HTTP status a fault has. */
const statusOf: Record<ErrorKind, number> = {
  invalid: 400,
  unprocessable: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
  unknown: 500,
}

const titleOf: Record<ErrorKind, string> = {
  invalid: 'The request is not valid',
  unprocessable: 'The request cannot be fulfilled',
  unauthenticated: 'Signed in only',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  conflict: 'In conflict with the current state',
  'too-many': 'Too many requests',
  unavailable: 'Not available at the moment',
  unknown: 'Something went wrong here',
}

interface HttpError {
  status: number
  message: string
  expose: boolean
}

const isHttpError = (error: unknown): error is HttpError =>
  error instanceof Error && 'status' in error && 'expose' in error && error.expose === true

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  // Koa and the body parser say what the client did wrong: too large, malformed …
  if (isHttpError(error)) return new AppError('invalid', 'bad-request', error.message, { cause: error })
  return new AppError('unknown', 'internal-error', 'this fault has been logged; try again later', {
    cause: error,
  })
}

/** Every fault leaves as RFC 9457 problem details, and is logged once, here. */
export const problems =
  (logger: Logger): Middleware =>
  async (ctx, next) => {
    try {
      await next()
      if (ctx.status === 404 && ctx.body == null)
        throw new AppError('not-found', 'no-such-address', `there is nothing at ${ctx.method} ${ctx.path}`)
    } catch (error) {
      const fault = asAppError(error)
      const status = isHttpError(error) ? error.status : statusOf[fault.kind]
      if (status >= 500)
        logger.error({ err: error, path: ctx.path, requestId: ctx.state.requestId }, 'request failed')
      const problem: Problem = {
        type: 'about:blank',
        title: titleOf[fault.kind],
        status,
        detail: fault.message,
        code: fault.code,
        requestId: ctx.state.requestId,
        ...(fault.errors && { errors: fault.errors }),
      }
      if (fault.retryAfterMs !== undefined)
        ctx.set('retry-after', String(Math.ceil(fault.retryAfterMs / 1000)))
      ctx.status = status
      ctx.body = problem
      ctx.type = 'application/problem+json'
    }
  }
