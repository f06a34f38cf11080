import type { PlaceOrder } from '@aos/contracts/http'
import { isFinal, Refusal } from '../../shared/api/failures.ts'
import type { Trace } from '../../shared/api/trace.ts'
import type { Attempt, attemptSlot, placedSlot } from './attempt-store.ts'

export type Outcome =
  | { kind: 'placed'; id: string }
  | { kind: 'refused'; refusal: Refusal }
  /** Nothing answered for long: the order may exist or not. The attempt is kept, to be resumed. */
  | { kind: 'unknown' }

interface Dependencies {
  attempts: ReturnType<typeof attemptSlot>
  placed: ReturnType<typeof placedSlot>
  send(attempt: Attempt): Promise<{ id: string }>
  wait(ms: number): Promise<void>
  newKey(): string
}

const maxTries = 9

/**
 * Double click, refresh, back and lost answers never make two orders: an attempt keeps its key and body
 * until the shop accepted or refused it, and a new one begins only then.
 */
export function placeOnce({ attempts, placed, send, wait, newKey }: Dependencies) {
  let running: Promise<Outcome> | undefined

  async function settle(attempt: Attempt): Promise<Outcome> {
    for (let tries = 1; ; tries++) {
      try {
        const { id } = await send(attempt)
        placed.write({ id, cartEtag: attempt.order.cartEtag })
        attempts.clear()
        return { kind: 'placed', id }
      } catch (error) {
        if (isFinal(error)) {
          attempts.clear()
          return { kind: 'refused', refusal: error }
        }
        if (tries === maxTries) return { kind: 'unknown' }
        await wait(backOffMs(tries, error))
      }
    }
  }

  function run(attempt: Attempt): Promise<Outcome> {
    running ??= settle(attempt).finally(() => {
      running = undefined
    })
    return running
  }

  function begin(order: PlaceOrder, trace: Trace): Attempt {
    const attempt = { key: newKey(), order, trace }
    attempts.write(attempt)
    return attempt
  }

  return {
    /** A former attempt whose outcome is unknown goes first: its order may exist already. */
    place: (order: PlaceOrder, trace: Trace): Promise<Outcome> => run(attempts.read() ?? begin(order, trace)),

    /** Goes on with an attempt that a refresh or a lost connection interrupted, if there is one. */
    resume(): Promise<Outcome> | undefined {
      const attempt = attempts.read()
      return attempt && run(attempt)
    },
  }
}

function backOffMs(tries: number, error: unknown): number {
  const asked = error instanceof Refusal ? (error.retryAfterMs ?? 0) : 0
  return Math.max(asked, Math.min(300 * 2 ** (tries - 1), 5_000))
}
