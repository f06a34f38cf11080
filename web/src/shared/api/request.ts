import type { OperationName, operations } from '@aos/contracts/api'
import type { Problem } from '@aos/contracts/http'
import { filledIn, type ShopOperation, shopAddresses } from '@aos/contracts/shop-addresses'
import type { z } from 'zod'
import { Refusal, Unreachable } from './failures.ts'
import { currentTrace, type Trace, traceparent } from './trace.ts'

type Operations = typeof operations
type Takes<N extends OperationName, K extends string> =
  Operations[N] extends Record<K, infer S extends z.ZodType>
    ? { [key in K]: z.input<S> }
    : { [key in K]?: never }

type Call<N extends OperationName> = Takes<N, 'params'> &
  Partial<Takes<N, 'query'>> &
  Takes<N, 'headers'> &
  Takes<N, 'body'> & { trace?: Trace; signal?: AbortSignal }

export type Answer<N extends OperationName> =
  Operations[N] extends Record<'response', infer S extends z.ZodType> ? z.output<S> : undefined

interface AnyCall {
  params?: Record<string, string>
  query?: Record<string, unknown>
  headers?: Record<string, string>
  body?: unknown
  trace?: Trace
  signal?: AbortSignal
}

interface Address {
  method: string
  path: string
}

/**
 * What calls operations of the public API.
 * @throws Refusal with the problem details, or Unreachable when no whole answer arrived.
 */
export const requester =
  <Known extends OperationName>(addresses: Record<Known, Address>) =>
  <N extends Known>(name: N, call: Call<N>): Promise<Answer<N>> => {
    const { params, query, headers, body, trace = currentTrace(), signal } = call as AnyCall
    const { method, path } = addresses[name]
    return send(filledIn(path, params) + queryString(query), {
      method: method.toUpperCase(),
      headers: {
        accept: 'application/json',
        traceparent: traceparent(trace),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    }) as Promise<Answer<N>>
  }

/** Of what shoppers do: the back office has more, which their browsers need not know. */
export const request = requester(shopAddresses)

/** With its query filled in. */
export const addressOf = (name: ShopOperation, { query }: { query?: Record<string, unknown> } = {}): string =>
  shopAddresses[name].path + queryString(query)

async function send(address: string, init: RequestInit): Promise<unknown> {
  try {
    const response = await fetch(address, init)
    if (!response.ok) throw await refusalOf(response)
    return response.status === 204 ? undefined : await response.json()
  } catch (error) {
    if (error instanceof Refusal || init.signal?.aborted) throw error
    throw new Unreachable(error)
  }
}

async function refusalOf(response: Response): Promise<Refusal> {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  const problem = response.headers.get('content-type')?.includes('json')
    ? ((await response.json()) as Problem)
    : unexplained(response)
  return new Refusal(problem, response.status, Number.isFinite(retryAfter) ? retryAfter * 1000 : undefined)
}

/** What a proxy in between answers is seldom a problem of ours. */
const unexplained = ({ status, statusText, headers }: Response): Problem => ({
  type: 'about:blank',
  title: statusText || `HTTP ${status}`,
  status,
  detail: 'something between you and the shop did not let this through',
  code: `http-${status}`,
  requestId: headers.get('x-request-id') ?? '',
})

function queryString(query: Record<string, unknown> = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  return given.length ? `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}` : ''
}
