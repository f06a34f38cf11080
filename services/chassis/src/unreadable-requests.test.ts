import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerUnreadable } from './unreadable-requests.ts'

const server = createServer((_, response) => response.end('well'))
answerUnreadable(server)
beforeAll(() => once(server.listen(0), 'listening'))
afterAll(() => server.close())

async function answerTo(request: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port)
  socket.write(request)
  return text(socket)
}

it.each([
  ['GET / HTTP/1.1', 'host: shop', `x: ${'a'.repeat(20_000)}`, '431', 'headers-too-large'],
  ['this is', 'no', 'HTTP', '400', 'no-http'],
])('what cannot be read is answered with problem details: %s', async (...given) => {
  const [first, second, third, status, code] = given
  const [head = '', body = ''] = (await answerTo(`${first}\r\n${second}\r\n${third}\r\n\r\n`)).split(
    '\r\n\r\n',
  )
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(head).toContain('content-type: application/problem+json')
  expect(JSON.parse(body)).toMatchObject({ status: Number(status), code })
})
