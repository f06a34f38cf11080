import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, createWriteStream } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Report, seconds } from '../report.ts'
import { deathsInARow, restartDelayMs } from './back-off.ts'
import { lastLines, openLog, remedyIn } from './log-file.ts'
import type { ProcessRecords } from './process-records.ts'

/** What is stopped before what: nobody loses what it still needs. */
export const stopOrder = ['service', 'sidecar', 'simulator', 'platform'] as const

export interface Program {
  name: string
  kind: (typeof stopOrder)[number]
  command: string
  args: string[]
  env: Record<string, string>
  logFile: string
  cwd?: string
  runAs?: { uid: number; gid: number } | undefined
  /** Gives way to the others when there is not enough processor time. */
  isBackground?: boolean
  /** Called before every start. */
  prepare?: () => Promise<void>
  /** Called for each line that the program prints; without it the lines only go to the log. */
  onLine?: ((line: string) => void) | undefined
  isReady: () => Promise<boolean>
  readyWithinMs: number
  stopSignal?: NodeJS.Signals
  stopWithinMs?: number
}

export interface Surroundings {
  report: Report
  records: ProcessRecords
  /** Told of every process before it starts, so that whatever happens it can be stopped. */
  register: (supervised: SupervisedProcess) => void
}

const HEALTH_EVERY_MS = 5000
/** Six in a row, so that a machine which is only busy is not made busier. */
const UNHEALTHY_AFTER = 6

const running = new Map<ChildProcess, NodeJS.Signals>()
process.on('exit', () => {
  for (const [child, signal] of running) child.kill(signal)
})

/** Starts a program and keeps it running until it is stopped. @throws when its first start fails. */
export async function supervise(program: Program, surroundings: Surroundings): Promise<SupervisedProcess> {
  const supervised = new SupervisedProcess(program, surroundings)
  surroundings.register(supervised)
  await supervised.start()
  return supervised
}

export class SupervisedProcess {
  readonly #program: Program
  readonly #surroundings: Surroundings
  readonly #stopping = new AbortController()
  #child: ChildProcess | undefined
  #ended: Promise<string> = Promise.resolve('not started')
  #startedAt = 0
  #deaths = 0
  #watching: Promise<void> = Promise.resolve()

  constructor(program: Program, surroundings: Surroundings) {
    this.#program = program
    this.#surroundings = surroundings
  }

  get name(): string {
    return this.#program.name
  }

  get kind(): Program['kind'] {
    return this.#program.kind
  }

  get pid(): number | undefined {
    return this.#child?.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.#child?.kill(signal)
  }

  async start(): Promise<void> {
    try {
      await this.#launch()
      await this.#becomeReady()
    } catch (error) {
      await this.stop()
      throw error
    }
    this.#watching = this.#keepRunning()
  }

  /** Resolves when the process has ended, by force if it does not end in time. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    const { stopSignal = 'SIGTERM', stopWithinMs = 15_000 } = this.#program
    this.kill(stopSignal)
    const inTime = await Promise.race([
      this.#ended.then(() => true),
      sleep(stopWithinMs, false, { ref: false }),
    ])
    if (!inTime) {
      this.#say(`did not stop within ${stopWithinMs / 1000} s: ending it by force`)
      this.kill('SIGKILL')
      await this.#ended
    }
    await this.#watching
  }

  #say(text: string): void {
    this.#surroundings.report(this.name, text)
  }

  async #launch(): Promise<void> {
    const { command, args, env, cwd, runAs, logFile, onLine, prepare, isBackground, stopSignal } =
      this.#program
    await prepare?.()
    this.#stopping.signal.throwIfAborted()
    const log = openLog(logFile)
    const child = spawn(command, args, {
      env,
      cwd,
      ...runAs,
      // Its own process group: a Ctrl-C in the terminal is ours to hand on, in the right order.
      detached: true,
      stdio: ['ignore', onLine ? 'pipe' : log, onLine ? 'pipe' : log],
    })
    this.#child = child
    this.#startedAt = Date.now()
    this.#ended = endOf(child)
    if (onLine) copyLines(child, log, onLine)
    else closeSync(log)
    const { pid } = child
    if (pid === undefined) return
    if (isBackground) giveWay(pid)
    running.set(child, stopSignal ?? 'SIGTERM')
    this.#surroundings.records.add(this.name, pid)
    this.#ended.then(() => {
      running.delete(child)
      this.#surroundings.records.remove(pid)
    })
  }

  async #becomeReady(): Promise<void> {
    const { isReady, readyWithinMs, logFile } = this.#program
    const deadline = this.#startedAt + readyWithinMs
    let end: string | undefined
    this.#ended.then((how) => {
      end = how
    })
    while (!(await isReady().catch(() => false))) {
      if (end !== undefined || Date.now() > deadline) {
        const words = lastLines(logFile, 12)
        const what = end ? `ended at its start (${end})` : `is not ready after ${readyWithinMs / 1000} s`
        throw new Error(`${this.name} ${what}. ${remedyIn(words) ?? `${logFile} ends with:\n${words}`}`)
      }
      await sleep(60)
    }
  }

  async #keepRunning(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const healthWatch = this.#watchHealth()
      const how = await this.#ended
      clearInterval(healthWatch)
      if (this.#stopping.signal.aborted) return
      this.#deaths = deathsInARow(this.#deaths, Date.now() - this.#startedAt)
      await this.#restart(how)
    }
  }

  async #restart(how: string): Promise<void> {
    const delayMs = restartDelayMs(this.#deaths)
    const remedy = remedyIn(lastLines(this.#program.logFile, 12))
    this.#say(`ended (${how})${remedy ? `: ${remedy}` : ''}; starting it again in ${delayMs / 1000} s`)
    await sleep(delayMs, undefined, { signal: this.#stopping.signal }).catch(() => {})
    if (this.#stopping.signal.aborted) return
    try {
      await this.#launch()
      await this.#becomeReady()
      this.#say(`is back after ${seconds(this.#startedAt)}`)
    } catch (error) {
      if (this.#stopping.signal.aborted) return
      this.#say((error as Error).message.split('\n')[0] ?? '')
      this.kill('SIGKILL')
    }
  }

  /** A process that is alive but answers nothing for half a minute is as good as dead. */
  #watchHealth(): NodeJS.Timeout {
    let failures = 0
    return setInterval(async () => {
      failures = (await this.#program.isReady().catch(() => false)) ? 0 : failures + 1
      if (failures < UNHEALTHY_AFTER || this.#stopping.signal.aborted) return
      failures = 0
      this.#say('does not answer any more: ending it by force')
      this.kill('SIGKILL')
    }, HEALTH_EVERY_MS).unref()
  }
}

const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `status ${code}`))
  })

function giveWay(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended already, which is noticed elsewhere.
  }
}

function copyLines(child: ChildProcess, log: number, onLine: (line: string) => void): void {
  const file = createWriteStream('', { fd: log })
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    stream.pipe(file, { end: false })
    createInterface(stream).on('line', onLine)
  }
  child.once('close', () => file.end())
}
