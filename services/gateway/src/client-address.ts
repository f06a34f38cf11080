import type { Context } from 'koa'

/**
 * Where a request comes from. Each proxy of ours appends whom it heard; what stands further left,
 * anybody can write.
 *
 * @param proxies how many proxies of ours there are in front.
 */
export function clientAddress(ctx: Context, proxies: number): string {
  const peer = ctx.req.socket.remoteAddress ?? 'unknown'
  if (proxies === 0) return peer
  const told = ctx
    .get('x-forwarded-for')
    .split(/\s*,\s*/)
    .filter(Boolean)
  return told.at(-proxies) ?? peer
}
