import { AppError } from '@aos/chassis/errors'
import type { KeyedState } from '@aos/chassis/keyed-state'
import type { Cart } from '@aos/contracts/http'
import type { Line } from '@aos/contracts/order-parts'

const MOST_LINES = 100
const TRIES = 3

export type Carts = Pick<KeyedState<{ lines: Line[] }>, 'read' | 'write' | 'remove'>

export async function showCart(carts: Carts, owner: string): Promise<Cart> {
  const stored = await carts.read(owner)
  return stored ? { lines: stored.value.lines, etag: stored.etag } : { lines: [] }
}

/** Changes one line; a change of the same cart at the same time is kept as well. */
export async function setCartLine(
  carts: Carts,
  owner: string,
  line: { sku: string; quantity: number },
): Promise<Cart> {
  for (let attempt = 1; ; attempt++) {
    const stored = await carts.read(owner)
    const lines = withLine(stored?.value.lines ?? [], line)
    try {
      await carts.write(owner, { lines }, stored?.etag)
      return await showCart(carts, owner)
    } catch (error) {
      const lostRace = error instanceof AppError && error.kind === 'conflict'
      if (!lostRace || attempt === TRIES) throw error
    }
  }
}

/**
 * What somebody put into the cart before signing in comes along. Of what is in both, the larger number
 * counts, so that merging again, after an answer was lost, changes nothing.
 */
export async function mergeCart(carts: Carts, from: string, into: string): Promise<void> {
  const left = await carts.read(from)
  if (!left) return
  for (let attempt = 1; ; attempt++) {
    const stored = await carts.read(into)
    try {
      await carts.write(into, { lines: merged(stored?.value.lines ?? [], left.value.lines) }, stored?.etag)
      return await carts.remove(from, left.etag)
    } catch (error) {
      const lostRace = error instanceof AppError && error.kind === 'conflict'
      if (!lostRace || attempt === TRIES) throw error
    }
  }
}

/** What no longer fits in is left out. */
const merged = (lines: Line[], more: Line[]): Line[] => [
  ...lines.map(({ sku, quantity }) => ({
    sku,
    quantity: Math.max(quantity, more.find((line) => line.sku === sku)?.quantity ?? 0),
  })),
  ...more.filter(({ sku }) => !lines.some((line) => line.sku === sku)).slice(0, MOST_LINES - lines.length),
]

export function withLine(lines: Line[], { sku, quantity }: { sku: string; quantity: number }): Line[] {
  const isThere = lines.some((line) => line.sku === sku)
  if (quantity === 0) return lines.filter((line) => line.sku !== sku)
  if (isThere) return lines.map((line) => (line.sku === sku ? { sku, quantity } : line))
  if (lines.length === MOST_LINES)
    throw new AppError(
      'conflict',
      'cart-full',
      `a cart holds ${MOST_LINES} different products; take one out first`,
    )
  return [...lines, { sku, quantity }]
}
