import { type ChildProcess, spawn } from 'node:child_process'
import { freePort } from '../harness/free-port.ts'

const AGAIN_AFTER_MS = 500
const READY_MS = 30_000

/** A way to a pod of the cluster, for which a kubeconfig is enough. It is laid anew when its pod goes. */
export class PortForward {
  /** `127.0.0.1:port`, the same however often the way is laid. */
  readonly address: string
  #process: ChildProcess | undefined
  #stopped = false

  private constructor(port: number) {
    this.address = `127.0.0.1:${port}`
  }

  /** @param target such as `service/postgres` */
  static async to(namespace: string, target: string, port: number): Promise<PortForward> {
    const localPort = await freePort()
    const forward = new PortForward(localPort)
    try {
      await forward.#lay(['--namespace', namespace, 'port-forward', target, `${localPort}:${port}`])
    } catch (error) {
      forward.stop()
      throw error
    }
    return forward
  }

  #lay(args: string[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = spawn('kubectl', args, { stdio: ['ignore', 'pipe', 'pipe'] })
      this.#process = child
      const complaints: string[] = []
      const timer = setTimeout(() => reject(new Error(`no answer from kubectl ${args.join(' ')}`)), READY_MS)
      child.stdout.on('data', () => {
        clearTimeout(timer)
        resolve()
      })
      child.stderr.setEncoding('utf8').on('data', (text) => complaints.push(text))
      child.once('error', reject)
      child.once('close', () => {
        clearTimeout(timer)
        reject(new Error(`kubectl ${args.join(' ')}: ${complaints.join('').trim()}`))
        if (!this.#stopped) setTimeout(() => this.#lay(args).catch(() => {}), AGAIN_AFTER_MS).unref()
      })
    })
  }

  stop(): void {
    this.#stopped = true
    this.#process?.kill()
  }
}
