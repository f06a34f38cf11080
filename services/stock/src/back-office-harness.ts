import { randomUUID } from 'node:crypto'
import { openCatalogue, signedIn } from './catalogue-harness.ts'

export const EMAIL = 'grace@staff.example.com'

/** The catalogue, and somebody of the staff who works on it. */
export async function openBackOffice() {
  const shop = await openCatalogue()
  const staff = await signedIn(['shopper', 'staff'], EMAIL)

  async function ask<Body>(method: string, path: string, body?: unknown, key: string = randomUUID()) {
    const answer = await fetch(`${shop.address}/admin${path}`, {
      method,
      headers: {
        ...staff.headers,
        'idempotency-key': key,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: (await answer.json()) as Body }
  }

  return { shop, staff, ask, close: () => shop.close() }
}
