import type { Report } from '../report.ts'
import { ProcessRecords, stopLeftovers } from './process-records.ts'
import { type SupervisedProcess, type Surroundings, stopOrder } from './supervise.ts'

/** All processes of one data folder: what started is known here, and stops in the right order. */
export class ProcessGroup {
  readonly #members: SupervisedProcess[] = []
  readonly surroundings: Surroundings
  #stopping: Promise<void> | undefined

  /** Ends first what an earlier run of the same data folder left behind. */
  static async of(recordsFile: string, report: Report): Promise<ProcessGroup> {
    await stopLeftovers(recordsFile, report)
    return new ProcessGroup(recordsFile, report)
  }

  private constructor(recordsFile: string, report: Report) {
    this.surroundings = {
      report,
      records: new ProcessRecords(recordsFile),
      register: (supervised) => {
        if (this.#stopping) throw new Error('the store is stopping')
        this.#members.push(supervised)
      },
    }
  }

  get members(): readonly SupervisedProcess[] {
    return this.#members
  }

  /** @throws when nothing of that name was started. */
  member(name: string): SupervisedProcess {
    const found = this.#members.find((member) => member.name === name)
    if (found) return found
    throw new Error(
      `no process is called ${name}; these are: ${this.#members.map((member) => member.name).join(', ')}`,
    )
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll()
    return this.#stopping
  }

  async #stopAll(): Promise<void> {
    for (const kind of stopOrder) {
      const ofKind = this.#members.filter((member) => member.kind === kind)
      await Promise.all(ofKind.map((member) => member.stop()))
    }
  }

  /** For the impatient: no order, no saying goodbye. */
  killAll(): void {
    for (const member of this.#members) member.kill('SIGKILL')
  }
}
