import type { Problem } from '@aos/contracts/http'
import { shell } from '../messages/shell.ts'

/** The server answered, and the answer is a problem; the message is for the shopper. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  readonly problem: Problem
  readonly retryAfterMs: number | undefined

  constructor(problem: Problem, status: number, retryAfterMs?: number) {
    super(status < 500 ? shell.failure.refused(problem.code, problem.detail) : shell.failure.later)
    this.problem = problem
    this.status = status
    this.retryAfterMs = retryAfterMs
  }
}

/** No answer arrived; whether the request did is unknown. */
export class Unreachable extends Error {
  override name = 'Unreachable'

  constructor(cause: unknown) {
    super(shell.failure.unreachable, { cause })
  }
}

export const isNotFound = (error: unknown): boolean => error instanceof Refusal && error.status === 404

/** What is asked for belongs to an account, and nobody is signed in. */
export const isSignInNeeded = (error: unknown): boolean => error instanceof Refusal && error.status === 401

const transientStatuses = [408, 425, 429]

/** The server said no for good: repeating the same request cannot help, and nothing came of it. */
export const isFinal = (error: unknown): error is Refusal =>
  error instanceof Refusal &&
  error.status < 500 &&
  !transientStatuses.includes(error.status) &&
  error.problem.code !== 'request-in-progress'

/** For `throwOnError`: what was known before stays on the page when nobody answers later. */
export const nothingKnown = (_: Error, { state }: { state: { data: unknown } }): boolean =>
  state.data === undefined
