import { Actor } from '@aos/contracts/actor'
import { errors, jwtVerify, SignJWT } from 'jose'
import type { BaseConfig } from './config.ts'
import { AppError } from './errors.ts'

const ALGORITHM = 'HS256'
const ISSUER = 'gateway'
/** Long enough for one request with its waits between sidecars, too short to be worth stealing. */
const SECONDS = 60

/**
 * The short-lived signed tokens by which the gateway tells services who is calling. The audience is the
 * store, so that a token of one store is nothing at another, even under the same secret.
 */
export class ActorTokens {
  readonly #key: Uint8Array
  readonly #audience: string

  constructor({ ACTOR_TOKEN_SECRET, STORE_NAME }: Pick<BaseConfig, 'ACTOR_TOKEN_SECRET' | 'STORE_NAME'>) {
    this.#key = new TextEncoder().encode(ACTOR_TOKEN_SECRET)
    this.#audience = STORE_NAME
  }

  sign({ subject, ...claims }: Actor, now = new Date()): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setAudience(this.#audience)
      .setSubject(subject)
      .setIssuedAt(now)
      .setExpirationTime(new Date(now.getTime() + SECONDS * 1000))
      .sign(this.#key)
  }

  /** @throws AppError forbidden for whatever the gateway of this store did not sign within the last minute. */
  async verify(token: string): Promise<Actor> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: this.#audience,
        maxTokenAge: SECONDS,
        requiredClaims: ['sub', 'exp', 'iat'],
        // Clocks of two machines differ a little.
        clockTolerance: 5,
      })
      return Actor.parse({ ...payload, subject: payload.sub })
    } catch (cause) {
      const why = cause instanceof errors.JWTExpired ? 'has expired' : 'is not valid'
      throw new AppError('forbidden', 'actor-token-refused', `the actor token ${why}`, { cause })
    }
  }
}
