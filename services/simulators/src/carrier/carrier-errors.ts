import type { Context, Next } from 'koa'
import { SimulatedOutage } from '../runtime/faults.ts'

/** Leaves as `{ error: { code, message, … } }`. */
export class CarrierFault extends Error {
  readonly status: number
  readonly code: string
  readonly more: Record<string, unknown>

  constructor(status: number, code: string, message: string, more: Record<string, unknown> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.more = more
  }

  get body() {
    return { error: { code: this.code, message: this.message, ...this.more } }
  }
}

export const notFound = (id: string) => new CarrierFault(404, 'parcel_not_found', `There is no parcel ${id}.`)

export async function shapeErrors(ctx: Context, next: Next): Promise<void> {
  try {
    await next()
  } catch (error) {
    const fault = faultOf(error)
    if (!fault) ctx.app.emit('error', error, ctx)
    const shown = fault ?? new CarrierFault(500, 'internal_error', 'The carrier failed.')
    ctx.status = shown.status
    ctx.body = shown.body
  }
}

function faultOf(error: unknown): CarrierFault | undefined {
  if (error instanceof CarrierFault) return error
  if (error instanceof SimulatedOutage) return new CarrierFault(500, 'internal_error', error.message)
  if (error instanceof SyntaxError) return new CarrierFault(400, 'invalid_request', 'The body is not JSON.')
  return undefined
}
