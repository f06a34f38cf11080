import { AppError } from '@aos/chassis/errors'
import { isAPIError } from 'better-auth/api'

const faults: Record<string, () => AppError> = {
  INVALID_EMAIL_OR_PASSWORD: () =>
    new AppError(
      'unauthenticated',
      'wrong-credentials',
      'this e-mail address and password do not belong together; check both, or choose a new password',
    ),
  INVALID_PASSWORD: () => new AppError('forbidden', 'wrong-password', 'this is not your password'),
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: () =>
    new AppError(
      'conflict',
      'account-exists',
      'there is an account with this e-mail address already; sign in, or choose a new password',
    ),
  INVALID_TOKEN: () => linkIsOver(),
  TOKEN_EXPIRED: () => linkIsOver(),
  USER_NOT_FOUND: () => linkIsOver(),
}

const linkIsOver = () =>
  new AppError('unprocessable', 'link-is-over', 'this link has been used or is too old; ask for a new one')

/** Better Auth's refusals in our words; what is not a refusal stays what it is. */
export async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!isAPIError(error)) throw error
    throw faults[error.body?.code ?? '']?.() ?? error
  }
}
