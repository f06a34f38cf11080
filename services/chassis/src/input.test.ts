import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import pino from 'pino'
import { afterAll, expect, it } from 'vitest'
import { parseBody } from './input.ts'
import { problems } from './problem.ts'

const app = new Koa()
app.use(problems(pino({ level: 'silent' })))
app.use(parseBody)
app.use((ctx) => {
  ctx.body = ctx.request.body
})
const server = app.listen(0)
afterAll(() => server.close())

const send = (body: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })

it.each(['"a word"', '7', 'null', '{', '{"a":1,}', '\u0000'])(
  'a body that is %j is the caller’s fault',
  async (body) => {
    const response = await send(body)
    expect(await response.json()).toMatchObject({ status: 400, code: 'invalid-body' })
  },
)

it('a body that is too large is called so', async () => {
  expect((await send(`["${'a'.repeat(300_000)}"]`)).status).toBe(413)
})

it('an object arrives', async () => {
  expect(await (await send('{"a":1}')).json()).toEqual({ a: 1 })
})
