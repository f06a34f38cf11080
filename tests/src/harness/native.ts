import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startKafka } from '@aos/local/platform/kafka'
import { startPostgres } from '@aos/local/platform/postgres'
import { freePorts } from '@aos/local/ports'
import { ProcessGroup } from '@aos/local/process/process-group'
import type { SupervisedProcess } from '@aos/local/process/supervise'
import { silent } from '@aos/local/report'
import type { Backend, Started } from './on-demand.ts'

/** PostgreSQL and Kafka as `npm start` runs them, with data that lasts as long as the run. */
export const native: Backend = { postgres, kafka }

async function postgres(): Promise<Started> {
  const { folder, ports, group } = await place()
  const { databaseUrl, process } = await startPostgres(
    {
      dataDir: join(folder, 'postgres'),
      logFile: join(folder, 'postgres.log'),
      port: ports.postgres,
      password: 'test',
    },
    group.surroundings,
  )
  return started(databaseUrl, process, { folder, group })
}

async function kafka(): Promise<Started> {
  const { folder, ports, group } = await place()
  const { brokers, process } = await startKafka(
    { dataDir: join(folder, 'kafka'), logFile: join(folder, 'kafka.log'), ports },
    group.surroundings,
  )
  return started(brokers, process, { folder, group })
}

interface Place {
  folder: string
  group: ProcessGroup
}

async function place() {
  const folder = mkdtempSync(join(tmpdir(), 'aos-test-'))
  const group = await ProcessGroup.of(join(folder, 'processes.json'), silent)
  return { folder, group, ports: (await freePorts()).platform }
}

const started = (address: string, process: SupervisedProcess, { folder, group }: Place): Started => ({
  address,
  // Supervision starts it again.
  crash: async () => process.kill('SIGKILL'),
  stop: async () => {
    await group.stop()
    rmSync(folder, { recursive: true, force: true })
  },
})
