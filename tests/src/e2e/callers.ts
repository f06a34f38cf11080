import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type OperationName, operations, pathTo } from '@aos/contracts/api'
import type { RunningStore } from '@aos/local/store'

const run = promisify(execFile)
const staffCommand = join(import.meta.dirname, '..', '..', '..', 'services', 'accounts', 'src', 'staff.ts')

export const PASSWORD = 'correct horse battery'

interface Call {
  params?: Record<string, string>
  query?: string
  body?: unknown
  headers?: Record<string, string>
}

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: what a test looks into is as it came
  body: any
}

/** Somebody with cookies, as a browser keeps them, but without a browser. */
export class Caller {
  readonly #shop: string
  readonly #cookies = new Map<string, string>()

  constructor(shop: string) {
    this.#shop = shop
  }

  async call(name: OperationName, { params, query = '', body, headers }: Call = {}): Promise<Answer> {
    const response = await fetch(this.#shop + pathTo(name, params) + query, {
      method: operations[name].method.toUpperCase(),
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
    const text = isStream ? await response.body?.cancel() : await response.text()
    return { status: response.status, body: jsonOf(text ?? '') }
  }

  /** A cookie for a browser that is to be this caller. */
  cookies = (): { name: string; value: string; url: string }[] =>
    [...this.#cookies].map(([name, value]) => ({ name, value, url: this.#shop }))

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
    if (value === '') this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export interface SignedIn {
  caller: Caller
  id: string
  email: string
}

export async function newShopper(shop: string, email = `${randomUUID()}@example.com`): Promise<SignedIn> {
  const caller = new Caller(shop)
  const { status, body } = await caller.call('register', {
    body: { name: 'Ada Lovelace', email, password: PASSWORD },
  })
  if (status !== 201) throw new Error(`registering answers ${status}: ${JSON.stringify(body)}`)
  return { caller, id: body.account.id, email }
}

/** Made by the command, as the first one of a store is. */
export async function newStaff(
  { addresses, databaseUrls }: Pick<RunningStore, 'addresses' | 'databaseUrls'>,
  email = `${randomUUID()}@staff.example.com`,
): Promise<SignedIn> {
  const { stdout } = await run(process.execPath, [staffCommand, 'add', email], {
    env: { ...process.env, DATABASE_URL: databaseUrls.accounts, SHOP_URL: addresses.shop },
  })
  const token = /reset-password#(\S+)/.exec(stdout)?.[1]
  const caller = new Caller(addresses.shop)
  await caller.call('resetPassword', { body: { token, password: PASSWORD } })
  const { status, body } = await caller.call('signIn', { body: { email, password: PASSWORD } })
  if (status !== 200) throw new Error(`signing in answers ${status}: ${JSON.stringify(body)}`)
  return { caller, id: body.account.id, email }
}
