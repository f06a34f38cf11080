export class ApiError extends Error {
  readonly status: number
  readonly reason: string
  readonly retryAfterMs: number

  constructor(what: string, status: number, body: string, retryAfterMs = 0) {
    const answer = statusOf(body)
    super(`${what}: ${status} ${answer.message}`)
    this.name = 'ApiError'
    this.status = status
    this.reason = answer.reason
    this.retryAfterMs = retryAfterMs
  }
}

function statusOf(body: string): { reason: string; message: string } {
  try {
    const { reason = 'Unknown', message = body } = JSON.parse(body)
    return { reason, message }
  } catch {
    return { reason: 'Unknown', message: body.slice(0, 200) }
  }
}

/** What the API server or the network says needs no stack trace; anything else may be a fault of ours. */
export const forLog = (error: unknown) =>
  error instanceof ApiError || (error instanceof Error && 'code' in error)
    ? { error: error.message }
    : { err: error }

export const isStatus = (error: unknown, status: number): boolean =>
  error instanceof ApiError && error.status === status
