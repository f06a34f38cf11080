import type { Context } from 'koa'
import type { z } from 'zod'
import { type Faults, SimulatedOutage } from '../runtime/faults.ts'
import { fingerprintOf } from '../runtime/idempotency.ts'
import type { Position } from '../runtime/journal.ts'
import type { Broker } from './broker.ts'
import { type Form, readForm } from './form.ts'
import { readParams } from './params.ts'
import type { Outcome, Reply } from './records.ts'
import { StripeFault } from './stripe-errors.ts'
import type { TestMethod } from './test-accounts.ts'

interface Write<Schema extends z.ZodType> {
  params: Schema
  decide(params: z.output<Schema>, id: string): Outcome
  /** Whose faults are played, if this request asks a bank. */
  cardOf?(form: Form, id: string): TestMethod | undefined
}

/**
 * Answers a POST: the same idempotency key gets the same answer, kept in the same line of the journal as
 * what it did. As at Stripe, what fails validation or meets its twin still running is not kept.
 */
export function answerOnce<Schema extends z.ZodType>(broker: Broker, faults: Faults, write: Write<Schema>) {
  return async (ctx: Context): Promise<void> => {
    const text = typeof ctx.request.body === 'string' ? ctx.request.body : ''
    const form = readForm(text)
    const id: string = ctx.params.id ?? ''
    const key = ctx.get('idempotency-key')
    const fingerprint = fingerprintOf(ctx.path, text)
    const fault = faults.next(key || fingerprint, write.cardOf?.(form, id)?.fault)
    if (!(await faults.play(fault, 'before', ctx))) return

    // No await between looking and starting: of two twins, one must see the other.
    const position = key ? refuseUnlessFree(broker, key, fingerprint) : undefined
    if (key) broker.keys.start(key, fingerprint)
    try {
      if (position) ctx.set('Idempotent-Replayed', 'true')
      const reply = position
        ? await broker.answerAt(position)
        : decideAndKeep(broker, write, form, id, { key, fingerprint })
      await broker.flushed()
      if (await faults.play(fault, 'after', ctx)) send(ctx, reply)
    } finally {
      if (key) broker.keys.end(key)
    }
  }
}

function decideAndKeep<Schema extends z.ZodType>(
  broker: Broker,
  write: Write<Schema>,
  form: Form,
  id: string,
  request: { key: string; fingerprint: string },
): Reply {
  const params = readParams(write.params, form)
  const { reply, ...changes } = outcomeOf(() => write.decide(params, id))
  const atMs = Date.now()
  broker.keep(changes, atMs, request.key ? { ...request, ...reply, atMs } : undefined)
  return reply
}

/** A refusal is an answer like any other, and kept. */
function outcomeOf(decide: () => Outcome): Outcome {
  try {
    return decide()
  } catch (error) {
    if (error instanceof StripeFault) return { reply: error.reply }
    throw error
  }
}

/** Returns where the answer lies if this request was answered before. */
function refuseUnlessFree(broker: Broker, key: string, fingerprint: string): Position | undefined {
  const seen = broker.keys.look(key, fingerprint)
  if (seen.as === 'new') return undefined
  if (seen.as === 'answered') return seen.position
  if (seen.as === 'still-running') {
    throw new StripeFault(409, {
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: `There is currently another in-progress request using this Stripe API key and idempotency key: ${key}.`,
    })
  }
  throw new StripeFault(400, {
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with: ${key}.`,
  })
}

function send(ctx: Context, { status, body }: Reply): void {
  ctx.status = status
  ctx.body = body
}

/** Every error leaves in Stripe's shape. */
export async function shapeErrors(ctx: Context, next: () => Promise<void>): Promise<void> {
  try {
    await next()
  } catch (error) {
    if (error instanceof StripeFault) return send(ctx, error.reply)
    const outage = error instanceof SimulatedOutage
    if (!outage) ctx.app.emit('error', error, ctx)
    ctx.set('Stripe-Should-Retry', 'true')
    const message = outage ? error.message : 'The payment broker failed.'
    send(ctx, { status: 500, body: { error: { type: 'api_error', message } } })
  }
}
