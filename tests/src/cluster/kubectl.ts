import { spawn } from 'node:child_process'

interface Options {
  /** What the program reads. */
  input?: string
  withinMs?: number
}

/**
 * Runs kubectl against the current context, as whoever operates the cluster does.
 * @returns what it prints. @throws with what it complains of.
 */
export function kubectl(args: readonly string[], { input = '', withinMs = 60_000 }: Options = {}) {
  return new Promise<string>((resolve, reject) => {
    const child = spawn('kubectl', args, { stdio: 'pipe', timeout: withinMs })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (code === 0) resolve(stdout)
      else reject(new Error(`kubectl ${args.join(' ')}: ${stderr.trim() || stdout.trim() || signal || code}`))
    })
    // A program that ends before it has read everything says why itself.
    child.stdin.on('error', () => {}).end(input)
  })
}

export interface Condition {
  type: string
  status: 'True' | 'False' | 'Unknown'
  reason?: string
  message?: string
}

/** What the tests look at in objects of all kinds. */
export interface Resource {
  apiVersion: string
  kind: string
  metadata: {
    name: string
    namespace?: string
    uid: string
    resourceVersion: string
    creationTimestamp: string
    generation?: number
    labels?: Record<string, string>
  }
}

/** kubectl within one namespace. */
export class Namespace {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }

  run(...args: string[]): Promise<string> {
    return kubectl(['--namespace', this.name, ...args])
  }

  async get<T extends Resource>(kind: string, name: string): Promise<T> {
    return JSON.parse(await this.run('get', kind, name, '--output=json')) as T
  }

  async list<T extends Resource>(kinds: string, selector = ''): Promise<T[]> {
    const text = await this.run('get', kinds, `--selector=${selector}`, '--output=json')
    return (JSON.parse(text) as { items: T[] }).items
  }

  apply(object: object): Promise<string> {
    return kubectl(['--namespace', this.name, 'apply', '--filename=-'], { input: JSON.stringify(object) })
  }

  patch(kind: string, name: string, change: object): Promise<string> {
    return this.run('patch', kind, name, '--type=merge', `--patch=${JSON.stringify(change)}`)
  }

  /** Waits as `kubectl wait` does, for instance for `condition=Ready`. */
  wait(target: string, what: string, withinMs: number): Promise<string> {
    const patience = `--timeout=${Math.ceil(withinMs / 1000)}s`
    const args = ['--namespace', this.name, 'wait', target, `--for=${what}`, patience]
    return kubectl(args, { withinMs: withinMs + 10_000 })
  }

  /** Waits until all pods of a Deployment are of its newest template, and ready. */
  rolledOut(deployment: string, withinMs: number): Promise<string> {
    const patience = `--timeout=${Math.ceil(withinMs / 1000)}s`
    const args = ['--namespace', this.name, 'rollout', 'status', `deployment/${deployment}`, patience]
    return kubectl(args, { withinMs: withinMs + 10_000 })
  }

  /** Runs a program in a container of a Deployment's pod. */
  exec(target: string, container: string, command: readonly string[], input = ''): Promise<string> {
    return kubectl(
      ['--namespace', this.name, 'exec', '--stdin', target, '--container', container, '--', ...command],
      { input },
    )
  }
}
