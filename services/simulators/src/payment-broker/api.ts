import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import type { Context, Next } from 'koa'
import type { Faults } from '../runtime/faults.ts'
import { answerOnce, shapeErrors } from './answer-once.ts'
import type { Broker } from './broker.ts'
import { createAccountMethod } from './debits.ts'
import { API_VERSION } from './events.ts'
import { readForm } from './form.ts'
import {
  cancelIntentParams,
  confirmIntentParams,
  createIntentParams,
  createMethodParams,
  createRefundParams,
  listParams,
  listRefundsParams,
  readParams,
  retrieveParams,
  searchParams,
} from './params.ts'
import { cancelIntent, confirmIntent, createIntent, knownIntent } from './payment-intents.ts'
import { createCardMethod } from './payment-methods.ts'
import { newId } from './records.ts'
import { createRefund } from './refunds.ts'
import { searchIntents } from './search.ts'
import { invalid, missing, StripeFault } from './stripe-errors.ts'
import { stripeIntent, stripeList, stripeMethod, stripeRefund } from './stripe-objects.ts'

export interface ApiSettings {
  secretKey: string
  publishableKey: string
  processingMs: number
}

/** The part of Stripe's API that the shop uses. */
export function stripeApi(broker: Broker, faults: Faults, settings: ApiSettings): Router {
  const { ledger } = broker
  const moment = () => ({ nowMs: Date.now(), processingMs: settings.processingMs })
  const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
  const router = new Router({ prefix: '/v1' })
  router.use(label, shapeErrors, authenticate(settings))
  router.use(
    bodyParser({ enableTypes: ['text'], extendTypes: { text: ['application/x-www-form-urlencoded'] } }),
  )

  router.post(
    '/payment_intents',
    answerOnce(broker, faults, {
      params: createIntentParams,
      decide: (params) => createIntent(ledger, params, moment()),
      cardOf: (form) =>
        form.confirm === 'true' ? ledger.testMethodOf(textOf(form.payment_method)) : undefined,
    }),
  )
  router.post(
    '/payment_intents/:id/confirm',
    answerOnce(broker, faults, {
      params: confirmIntentParams,
      decide: (params, id) => confirmIntent(ledger, id, params, moment()),
      cardOf: (form, id) =>
        ledger.testMethodOf(textOf(form.payment_method) || (ledger.intent(id)?.paymentMethod ?? '')),
    }),
  )
  router.post(
    '/payment_intents/:id/cancel',
    answerOnce(broker, faults, {
      params: cancelIntentParams,
      decide: (params, id) => cancelIntent(ledger, id, params, Date.now()),
    }),
  )
  router.post(
    '/refunds',
    answerOnce(broker, faults, {
      params: createRefundParams,
      decide: (params) => createRefund(ledger, params, Date.now()),
    }),
  )
  router.post(
    '/payment_methods',
    answerOnce(broker, faults, {
      params: createMethodParams,
      decide: (params) =>
        params.type === 'card'
          ? createCardMethod(params, Date.now())
          : createAccountMethod(params, Date.now()),
    }),
  )

  router.get('/payment_intents', (ctx) => {
    const params = readParams(listParams, readForm(ctx.querystring))
    ctx.body = stripeList(ctx.path, ledger.intents(), params, (intent) => stripeIntent(intent))
  })
  router.get('/payment_intents/search', (ctx) => {
    const { query, limit } = readParams(searchParams, readForm(ctx.querystring))
    const found = searchIntents(ledger, query)
    const list = stripeList(ctx.path, found, { limit }, (intent) => stripeIntent(intent))
    ctx.body = { ...list, object: 'search_result', next_page: null }
  })
  router.get('/payment_intents/:id', (ctx) => {
    const { expand } = readParams(retrieveParams, readForm(ctx.querystring))
    ctx.body = stripeIntent(knownIntent(ledger, ctx.params.id ?? ''), expand)
  })
  router.get('/refunds', (ctx) => {
    const params = readParams(listRefundsParams, readForm(ctx.querystring))
    const { payment_intent: intent, charge } = params
    const refunds = intent ? ledger.refundsOf(intent) : ledger.refunds()
    const found = charge ? refunds.filter((refund) => refund.charge === charge) : refunds
    ctx.body = stripeList(ctx.path, found, params, stripeRefund)
  })
  router.get('/refunds/:id', (ctx) => {
    const refund = ledger.refund(ctx.params.id ?? '')
    if (!refund) throw missing('refund', ctx.params.id ?? '', 'id')
    ctx.body = stripeRefund(refund)
  })
  router.get('/payment_methods/:id', (ctx) => {
    const method = ledger.method(ctx.params.id ?? '')
    if (!method) throw missing('PaymentMethod', ctx.params.id ?? '', 'payment_method')
    ctx.body = stripeMethod(method)
  })
  router.all('/{*path}', (ctx) => {
    throw new StripeFault(404, invalid(`Unrecognized request URL (${ctx.method}: ${ctx.path}).`).error)
  })
  return router
}

async function label(ctx: Context, next: Next): Promise<void> {
  ctx.set('Request-Id', newId('req'))
  ctx.set('Stripe-Version', ctx.get('stripe-version') || API_VERSION)
  const key = ctx.get('idempotency-key')
  if (key) ctx.set('Idempotency-Key', key)
  await next()
}

function authenticate({ secretKey, publishableKey }: ApiSettings) {
  return (ctx: Context, next: Next) => {
    const key = /^Bearer (.+)$/.exec(ctx.get('authorization'))?.[1]
    const open = ctx.method === 'POST' && ctx.path === '/v1/payment_methods'
    if (key === secretKey || (open && key === publishableKey)) return next()
    const known = key === publishableKey
    throw new StripeFault(known ? 403 : 401, {
      type: 'invalid_request_error',
      message: known
        ? 'This API call cannot be made with a publishable API key. Please use a secret API key.'
        : `Invalid API Key provided: ${key ? `${key.slice(0, 8)}****` : 'none'}`,
    })
  }
}
