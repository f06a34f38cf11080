import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Report } from '../report.ts'
import { startTimeOf } from './process-identity.ts'

const ProcessRecord = z.object({ name: z.string(), pid: z.number().int(), startTime: z.string() })
export type ProcessRecord = z.infer<typeof ProcessRecord>

const PATIENCE_MS = 10_000

/**
 * Which processes run for a data folder, kept on disk, so that a start can end what a killed earlier
 * run left behind.
 */
export class ProcessRecords {
  readonly #file: string
  readonly #records = new Map<number, ProcessRecord>()

  constructor(file: string) {
    this.#file = file
    mkdirSync(dirname(file), { recursive: true })
  }

  add(name: string, pid: number): void {
    const startTime = startTimeOf(pid)
    if (!startTime) return
    this.#records.set(pid, { name, pid, startTime })
    this.#write()
  }

  remove(pid: number): void {
    if (this.#records.delete(pid)) this.#write()
  }

  #write(): void {
    if (this.#records.size === 0) rmSync(this.#file, { force: true })
    else writeFileSync(this.#file, JSON.stringify([...this.#records.values()]))
  }
}

/** A PID that meanwhile belongs to another process has another start time and is left alone. */
export const isStillRunning = ({ pid, startTime }: ProcessRecord): boolean => startTimeOf(pid) === startTime

/** Ends what an earlier run left running: the youngest first, all at once after a while. */
export async function stopLeftovers(file: string, report: Report): Promise<void> {
  const leftovers = readRecords(file).filter(isStillRunning)
  if (leftovers.length > 0) {
    report(
      'store',
      `an earlier run left ${leftovers.map(({ name }) => name).join(', ')} running: stopping them`,
    )
    for (const { pid } of leftovers.reverse()) signal(pid, 'SIGTERM')
    // PostgreSQL takes SIGTERM as "wait for the clients to leave"; SIGINT does not wait.
    for (const { pid, name } of leftovers) if (name === 'postgres') signal(pid, 'SIGINT')
    const deadline = Date.now() + PATIENCE_MS
    while (leftovers.some(isStillRunning) && Date.now() < deadline) await sleep(100)
    for (const leftover of leftovers.filter(isStillRunning)) signal(leftover.pid, 'SIGKILL')
  }
  rmSync(file, { force: true })
}

function readRecords(file: string): ProcessRecord[] {
  try {
    return z.array(ProcessRecord).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return []
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended in the meantime.
  }
}
