import type { Access, Actor } from '@aos/contracts/actor'
import { type OperationName, operations } from '@aos/contracts/api'
import type Router from '@koa/router'
import type { RouterContext } from '@koa/router'
import type { z } from 'zod'
import { requireAccess } from './access.ts'
import { parse, parseBody } from './input.ts'

type Shape<N extends OperationName> = (typeof operations)[N]
type Parsed<N extends OperationName, Part extends string> =
  Shape<N> extends { [P in Part]: z.ZodType } ? z.output<Shape<N>[Part]> : undefined
type Answer<N extends OperationName> =
  Shape<N> extends { response: z.ZodType } ? z.input<Shape<N>['response']> : unknown

export interface Input<N extends OperationName> {
  params: Parsed<N, 'params'>
  query: Parsed<N, 'query'>
  headers: Parsed<N, 'headers'>
  body: Parsed<N, 'body'>
  /** Who is calling, of whom the operation's access is already checked. */
  actor: Shape<N>['access'] extends 'anyone' ? Actor | undefined : Actor
  ctx: RouterContext
}

export const koaPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1')

/** The parser makes an empty object of no body at all, which some schemas take. */
const bodyOf = ({ request }: RouterContext): unknown => (request.rawBody ? request.body : undefined)

/** Serves an operation of the public API: input that fits its schemas reaches the handler, nothing else does. */
export function serve<N extends OperationName>(
  router: Router,
  name: N,
  handle: (input: Input<N>) => Promise<Answer<N>>,
): void {
  const { method, path, access, status, contentType, ...schemas } = operations[name] as Shape<N> & {
    access: Access
    contentType?: string
    params?: z.ZodType
    query?: z.ZodType
    headers?: z.ZodType
    body?: z.ZodType
  }
  // Before the body is read: who may not call this need not be listened to.
  const guard = (ctx: RouterContext, next: () => Promise<unknown>) => {
    requireAccess(access, ctx.state.actor)
    return next()
  }
  router[method](koaPath(path), guard, parseBody, async (ctx) => {
    const input = {
      params: parse('params', schemas.params, ctx.params),
      query: parse('query', schemas.query, ctx.query),
      headers: parse('headers', schemas.headers, ctx.headers),
      body: parse('body', schemas.body, bodyOf(ctx)),
      actor: ctx.state.actor,
      ctx,
    } as unknown as Input<N>
    const answer = await handle(input)
    ctx.status = status
    // A handler knows better where the contract allows several.
    if (contentType && !ctx.response.type) ctx.type = contentType
    if (answer !== undefined) ctx.body = answer
    // Handlers that set an ETag spare callers what they have already.
    if (ctx.response.get('etag') && ctx.fresh) ctx.status = 304
  })
}
