import Router from '@koa/router'
import type { Context } from 'koa'
import { simpleParser } from 'mailparser'
import type { MailStore, MailSummary } from './mail-store.ts'
import { listPage, MAIL_POLICY, mailHtml, mailPage } from './pages.ts'

const SHOWN = 100
const MOST = 10_000

export function mailRoutes(store: MailStore): Router {
  const router = new Router()
  const opened = async (ctx: Context) => {
    const found = await store.open(ctx.params.id ?? '')
    if (!found) ctx.throw(404, 'There is no such mail.')
    return found
  }

  router.get('/messages', (ctx) => {
    const [to, subject] = [textOf(ctx.query.to), textOf(ctx.query.subject)]
    const limit = Math.min(Number(ctx.query.limit) || SHOWN, MOST)
    const wanted = (mail: MailSummary) => isTo(mail, to) && has(mail.subject, subject)
    ctx.body = { messages: store.find(wanted, limit) }
  })
  router.get('/messages/:id', async (ctx) => {
    const { mail, source } = await opened(ctx)
    const { text, html, headerLines } = await simpleParser(source)
    const headers = headerLines.map(({ key, line }) => ({ name: key, line }))
    ctx.body = { ...mail, headers: mail.headers, allHeaders: headers, text: text ?? '', html: html || '' }
  })
  router.get('/ledger', (ctx) => {
    ctx.body = {
      messages: store.all().map(({ id, messageId, to, subject, headers, receivedAt }) => ({
        id,
        messageId,
        to,
        subject,
        headers,
        receivedAt,
      })),
    }
  })

  router.get('/', (ctx) => {
    const query = textOf(ctx.query.q)
    const wanted = (mail: MailSummary) => isTo(mail, query) || has(mail.subject, query)
    ctx.type = 'html'
    ctx.body = listPage(store.find(wanted, SHOWN), query)
  })
  router.get('/mail/:id', async (ctx) => {
    const { mail, source } = await opened(ctx)
    ctx.type = 'html'
    ctx.body = mailPage(mail, await simpleParser(source))
  })
  router.get('/mail/:id/html', async (ctx) => {
    const { source } = await opened(ctx)
    ctx.set('Content-Security-Policy', MAIL_POLICY)
    ctx.type = 'html'
    ctx.body = mailHtml(await simpleParser(source))
  })
  router.get('/mail/:id/source', async (ctx) => {
    const { source } = await opened(ctx)
    ctx.type = 'text/plain; charset=utf-8'
    ctx.body = source
  })
  return router
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
const has = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase())
const isTo = (mail: MailSummary, part: string) => mail.to.some((address) => has(address, part))
