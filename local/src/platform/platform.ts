import { join } from 'node:path'
import { freePorts, type PlatformPorts } from '../ports.ts'
import { ProcessGroup } from '../process/process-group.ts'
import type { SupervisedProcess } from '../process/supervise.ts'
import { type Report, silent } from '../report.ts'
import { Secrets } from '../secrets.ts'
import { startKafka } from './kafka.ts'
import { startPostgres } from './postgres.ts'
import { spansUrl, startZipkin } from './zipkin.ts'

export interface Platform {
  /** As superuser. */
  databaseUrl: string
  /** `host:port` */
  kafkaBrokers: string
  /** Where spans go. */
  zipkinUrl: string | undefined
  processes: readonly SupervisedProcess[]
  stop(): Promise<void>
}

interface Options {
  dataDir: string
  /** Free ones when they do not matter, as in tests. */
  ports?: PlatformPorts
  zipkin?: boolean
  report?: Report
}

/** What the services stand on, without them: for tests that want a real PostgreSQL and a real Kafka. */
export async function startPlatform(options: Options): Promise<Platform> {
  const { dataDir, zipkin = false, report = silent } = options
  const ports = options.ports ?? (await freePorts()).platform
  const group = await ProcessGroup.of(join(dataDir, 'processes.json'), report)
  const password = new Secrets(join(dataDir, 'secrets.json')).get('postgres')
  const logFile = (name: string) => join(dataDir, 'logs', `${name}.log`)
  const at = (name: string) => ({ dataDir: join(dataDir, name), logFile: logFile(name) })
  try {
    const [postgres, kafka] = await Promise.all([
      startPostgres({ ...at('postgres'), port: ports.postgres, password }, group.surroundings),
      startKafka({ ...at('kafka'), ports }, group.surroundings),
      zipkin && startZipkin({ logFile: logFile('zipkin'), port: ports.zipkin }, group.surroundings),
    ])
    return {
      databaseUrl: postgres.databaseUrl,
      kafkaBrokers: kafka.brokers,
      zipkinUrl: zipkin ? spansUrl(ports.zipkin) : undefined,
      processes: group.members,
      stop: () => group.stop(),
    }
  } catch (error) {
    await group.stop()
    throw error
  }
}
