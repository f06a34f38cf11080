import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Options {
  apiUrl: string
  namespace: string
  identity: string
  environment?: Record<string, string>
}

const main = join(import.meta.dirname, '..', 'main.ts')

/** The operator as it runs in a pod, but as a child of the test and with a door of the test to the API server. */
export class OperatorProcess {
  readonly #folder = mkdtempSync(join(tmpdir(), 'aos-operator-'))
  readonly #child: ChildProcess
  readonly #port: number
  output = ''

  private constructor(port: number, { apiUrl, namespace, identity, environment }: Options) {
    this.#port = port
    const kubeconfig = join(this.#folder, 'kubeconfig')
    writeFileSync(kubeconfig, JSON.stringify(configFor(apiUrl)))
    this.#child = spawn(process.execPath, [main], {
      env: {
        ...process.env,
        KUBECONFIG: kubeconfig,
        POD_NAME: identity,
        POD_NAMESPACE: namespace,
        WATCH_NAMESPACE: namespace,
        HOST: '127.0.0.1',
        PORT: String(port),
        LEASE_MS: '12000',
        LEASE_RENEW_MS: '1000',
        // The tests start many of them.
        NODE_COMPILE_CACHE: join(tmpdir(), 'aos-operator-compile-cache'),
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (text: Buffer) => {
        this.output += text
      })
    }
  }

  static async start(options: Options): Promise<OperatorProcess> {
    return new OperatorProcess(await freePort(), options)
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name)
  }

  /** As a crash does: nothing is finished. */
  async kill(): Promise<void> {
    await this.end('SIGKILL')
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (!this.hasEnded) {
      this.#child.kill(signal)
      await once(this.#child, 'exit')
    }
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** It leads, and has looked at a Store to the end. */
  async hasLooked(): Promise<boolean> {
    const { text } = await this.ask('/metrics')
    return /^store_reconcile_duration_seconds_count\b.* [1-9]/m.test(text)
  }

  async ask(path: string): Promise<{ status: number; text: string }> {
    const answer = await fetch(`http://127.0.0.1:${this.#port}${path}`)
    return { status: answer.status, text: await answer.text() }
  }
}

const configFor = (server: string) => ({
  apiVersion: 'v1',
  kind: 'Config',
  'current-context': 'test',
  contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
  clusters: [{ name: 'test', cluster: { server, 'insecure-skip-tls-verify': true } }],
  users: [{ name: 'test', user: {} }],
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
