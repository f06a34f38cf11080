import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { Problem } from '@aos/contracts/http'

const answers: Record<string, Pick<Problem, 'status' | 'title' | 'code' | 'detail'>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    title: 'The request is not valid',
    code: 'headers-too-large',
    detail: 'the address and the headers of the request are too long',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    title: 'The request is not valid',
    code: 'request-timeout',
    detail: 'the request did not arrive in time',
  },
}
const unreadable = {
  status: 400,
  title: 'The request is not valid',
  code: 'no-http',
  detail: 'this is no HTTP request',
}

/** Answers as every fault is answered, although no request came of it. */
export function answerUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return socket.destroy()
    const fault = answers[error.code ?? ''] ?? unreadable
    const problem: Problem = { type: 'about:blank', ...fault, requestId: randomUUID() }
    const body = JSON.stringify(problem)
    socket.end(
      [
        `HTTP/1.1 ${problem.status} ${problem.title}`,
        'content-type: application/problem+json',
        `content-length: ${Buffer.byteLength(body)}`,
        'connection: close',
        `\r\n${body}`,
      ].join('\r\n'),
    )
  })
}
