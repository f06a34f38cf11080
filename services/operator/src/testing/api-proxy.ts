import { once } from 'node:events'
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { request as httpsRequest, type RequestOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import { KubeConfig } from '@kubernetes/client-node'

export interface Call {
  method: string
  /** Without its query. */
  path: string
  query: URLSearchParams
  body: string
  /** What the API server or the test answered; 0 while nobody has. */
  status: number
  /** When it was passed on to the API server. */
  atMs: number
}

/** What happens to a call instead of being passed on, or beside it. */
export type Fault =
  | { answer: number; reason?: string; headers?: Record<string, string> }
  | { delayMs: number }
  /** The connection breaks: before the API server hears of it, or after it did what was asked. */
  | { breaks: 'before' | 'after' }

/** Between an operator and the API server: counts what passes, and makes it fail as the test says. */
export class ApiProxy {
  readonly calls: Call[] = []
  #fault: (call: Call) => Fault | undefined = () => undefined
  #rewrite: (call: Call) => string = ({ body }) => body
  readonly #server = createServer((request, response) => {
    this.#pass(request, response).catch(() => response.destroy())
  })
  readonly #target: RequestOptions = {}
  readonly #watches = new Set<ServerResponse>()

  async start(): Promise<void> {
    const kubeConfig = new KubeConfig()
    kubeConfig.loadFromDefault()
    const { server } = kubeConfig.getCurrentCluster() ?? {}
    if (!server) throw new Error('these tests need a cluster: set KUBECONFIG')
    await kubeConfig.applyToHTTPSOptions(this.#target)
    const { protocol, hostname, port } = new URL(server)
    Object.assign(this.#target, { protocol, hostname, port, agent: undefined })
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Everything but the lease and trials: what an operator at rest does not do. */
  get writes(): Call[] {
    return this.calls.filter(isWrite)
  }

  failWith(fault: (call: Call) => Fault | undefined): void {
    this.#fault = fault
  }

  passAll(): void {
    this.#fault = () => undefined
  }

  rewrite(change: (call: Call) => string): void {
    this.#rewrite = change
  }

  breakWatches(): void {
    for (const response of this.#watches) response.destroy()
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '', this.url)
    const body = await text(request)
    const call: Call = { method: request.method ?? '', path, query, body, status: 0, atMs: Date.now() }
    this.calls.push(call)
    const fault = this.#fault(call)
    if (fault && 'answer' in fault) return answer(call, response, fault)
    if (fault && 'delayMs' in fault) await new Promise((done) => setTimeout(done, fault.delayMs))
    if (fault && 'breaks' in fault && fault.breaks === 'before') return void response.destroy()
    const upstream = await this.#forward(request, call)
    call.status = upstream.statusCode ?? 0
    if (fault && 'breaks' in fault) return void response.destroy()
    response.writeHead(call.status, upstream.headers)
    if (query.has('watch')) this.#watches.add(response)
    response.once('close', () => {
      this.#watches.delete(response)
      upstream.destroy()
    })
    upstream.pipe(response)
  }

  async #forward(request: IncomingMessage, call: Call): Promise<IncomingMessage> {
    const send = this.#target.protocol === 'http:' ? httpRequest : httpsRequest
    const { host: _, 'content-length': __, 'transfer-encoding': ___, ...headers } = request.headers
    const bytes = Buffer.from(this.#rewrite(call))
    call.atMs = Date.now()
    const upstream = send({
      ...this.#target,
      method: call.method,
      path: request.url,
      headers: {
        ...headers,
        ...(this.#target.headers as Record<string, string>),
        ...(bytes.length > 0 && { 'content-length': bytes.length }),
      },
    })
    upstream.end(bytes)
    const [answered] = (await once(upstream, 'response')) as [IncomingMessage]
    return answered
  }
}

export const isWrite = ({ method, path, query }: Call): boolean =>
  method !== 'GET' && !path.includes('/leases') && !query.has('dryRun')

async function text(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function answer(call: Call, response: ServerResponse, fault: Extract<Fault, { answer: number }>): void {
  call.status = fault.answer
  const status = {
    kind: 'Status',
    code: fault.answer,
    reason: fault.reason ?? 'Injected',
    message: 'injected',
  }
  response.writeHead(fault.answer, { 'content-type': 'application/json', ...fault.headers })
  response.end(JSON.stringify(status))
}
