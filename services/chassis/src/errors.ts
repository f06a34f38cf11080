export type ErrorKind =
  | 'invalid'
  | 'unprocessable'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-many'
  | 'unavailable'
  | 'unknown'

interface Details {
  cause?: unknown
  /** Which parts of the input are wrong, for the caller to show beside them. */
  errors?: { path: string; message: string }[]
  /** When trying again is worth it. */
  retryAfterMs?: number
}

/**
 * A fault with a kind, which the borders translate (problem.ts for HTTP, delivery.ts for Kafka), and a
 * stable kebab-case code for programs. The message tells people the remedy. Business outcomes such as
 * a declined card are messages, not errors.
 */
export class AppError extends Error {
  readonly kind: ErrorKind
  readonly code: string
  readonly errors: Details['errors']
  readonly retryAfterMs: number | undefined

  constructor(kind: ErrorKind, code: string, message: string, { cause, errors, retryAfterMs }: Details = {}) {
    super(message, { cause })
    this.name = 'AppError'
    this.kind = kind
    this.code = code
    this.errors = errors
    this.retryAfterMs = retryAfterMs
  }
}

export const kindOf = (error: unknown): ErrorKind => (error instanceof AppError ? error.kind : 'unknown')
