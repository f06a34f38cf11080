import { rmSync, writeFileSync } from 'node:fs'
import { dataPaths, lockData, resetData } from './data-folder.ts'
import type { PartName } from './parts.ts'
import { type Addresses, type Plan, planFor } from './plan.ts'
import type { StorePorts } from './ports.ts'
import { ProcessGroup } from './process/process-group.ts'
import type { SupervisedProcess } from './process/supervise.ts'
import { type Report, silent } from './report.ts'
import { startEverything, startTracing } from './start-everything.ts'

export interface StoreOptions {
  dataDir: string
  /** Free ones when they do not matter, as in tests. */
  ports?: StorePorts
  /** Whether to run Zipkin. */
  zipkin?: boolean
  /** Whether to build the web app when its sources changed. */
  web?: boolean
  /** Share of the journeys that are traced, 0 to 1. */
  traceSampling?: number
  /** Environment for single parts, such as `{ carrier: { SPEED: '100' } }`. */
  settings?: Partial<Record<PartName, Record<string, string>>>
  /** Throw the data of earlier runs away first. */
  reset?: boolean
  report?: Report
  /** Every line that a service or a simulator prints. */
  onLine?: (name: string, line: string) => void
}

/** Where a running store is; also in `store.json` of its data folder, for programs that look into it. */
export interface StoreFacts {
  pid: number
  addresses: Addresses
  ports: StorePorts
  /** Of each database by name, as the role that owns it. */
  databaseUrls: Record<string, string>
  kafkaBrokers: string
}

export interface RunningStore extends StoreFacts {
  dataDir: string
  /** All that run, supervised. */
  processes(): readonly SupervisedProcess[]
  /** By name: orders, orders-dapr, kafka, postgres, carrier …; to look at, and for tests to kill. */
  process(name: string): SupervisedProcess
  stop(): Promise<void>
  killAll(): void
}

/** Starts the whole store on this machine. @throws after stopping what had started, when something fails. */
export async function startStore(options: StoreOptions): Promise<RunningStore> {
  return (await prepareStore(options)).start()
}

export interface PreparedStore {
  start(): Promise<RunningStore>
  stop(): Promise<void>
  killAll(): void
}

/** In two steps, for who wants to stop a store before it has started. */
export async function prepareStore(options: StoreOptions): Promise<PreparedStore> {
  const { dataDir, report = silent, reset = false } = options
  const unlock = lockData(dataDir)
  const paths = dataPaths(dataDir)
  const group = await ProcessGroup.of(paths.processes, report)
  if (reset) resetData(dataDir)
  const stop = async () => {
    await group.stop()
    rmSync(paths.store, { force: true })
    unlock()
  }
  const killAll = () => group.killAll()
  const start = async (): Promise<RunningStore> => {
    try {
      const plan = await planFor(options)
      await startEverything(plan, group.surroundings)
      void startTracing(plan, group.surroundings)
      const facts = factsOf(plan)
      writeFileSync(paths.store, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 })
      return {
        ...facts,
        dataDir,
        process: (name) => group.member(name),
        processes: () => group.members,
        stop,
        killAll,
      }
    } catch (error) {
      await stop()
      throw error
    }
  }
  return { start, stop, killAll }
}

const factsOf = ({ addresses, ports, databaseUrls, kafkaBrokers }: Plan): StoreFacts => ({
  pid: process.pid,
  addresses,
  ports,
  databaseUrls,
  kafkaBrokers,
})
