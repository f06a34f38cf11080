import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { singleBrokerSettings } from '@aos/cdk8s/broker-settings'
import { inheritedEnvironment } from '../config.ts'
import { answers } from '../ports.ts'
import { type SupervisedProcess, type Surroundings, supervise } from '../process/supervise.ts'
import { requireFreeSpace } from '../toolchain/disk-space.ts'
import { findJava } from '../toolchain/java.ts'
import { findKafkaJars } from '../toolchain/kafka.ts'
import { run } from '../toolchain/run.ts'

interface Options {
  dataDir: string
  logFile: string
  ports: { kafka: number; kafkaController: number }
}

export interface Kafka {
  brokers: string
  process: SupervisedProcess
}

const NEEDED_BYTES = 500e6

/** Starts one Kafka node, broker and controller in one, which keeps its logs in a folder. */
export async function startKafka(
  { dataDir, logFile, ports }: Options,
  surroundings: Surroundings,
): Promise<Kafka> {
  const java = findJava()
  const jars = await findKafkaJars((_, text) => surroundings.report('kafka', text))
  await requireFreeSpace(dataDir, NEEDED_BYTES, 'Kafka')
  await mkdir(dataDir, { recursive: true })
  const logs = join(dataDir, 'logs')
  const configuration = join(dataDir, 'server.properties')
  await writeFile(configuration, properties(serverSettings(logs, ports)))
  await writeFile(join(dataDir, 'log4j2.properties'), properties(logSettings))
  const classPath = ['-cp', join(jars, '*')]
  if (!existsSync(join(logs, 'meta.properties'))) {
    surroundings.report('kafka', 'formatting its storage')
    await rm(logs, { recursive: true, force: true })
    const format = ['format', `--cluster-id=${clusterId()}`, '--config', configuration]
    await run(java, [...quick, ...classPath, 'kafka.tools.StorageTool', ...format], {
      remedy: 'install Java',
    })
  }
  const process = await supervise(
    {
      name: 'kafka',
      kind: 'platform',
      command: java,
      args: [
        '-Xms256m',
        '-Xmx512m',
        ...quick,
        `-Dlog4j2.configurationFile=${join(dataDir, 'log4j2.properties')}`,
        ...classPath,
        'kafka.Kafka',
        configuration,
      ],
      env: inheritedEnvironment(),
      logFile,
      // Its socket opens last of all.
      isReady: () => answers(ports.kafka),
      readyWithinMs: 90_000,
      stopWithinMs: 20_000,
    },
    surroundings,
  )
  return { brokers: `127.0.0.1:${ports.kafka}`, process }
}

/** For a small heap on few processors: a collector without threads of its own, and no second compiler. */
const quick = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:+ExitOnOutOfMemoryError']

const clusterId = (): string => Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url')

const properties = (settings: Record<string, string | number | boolean>): string =>
  `${Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')}\n`

const serverSettings = (logs: string, ports: Options['ports']) => ({
  ...singleBrokerSettings,
  'controller.quorum.voters': `1@127.0.0.1:${ports.kafkaController}`,
  listeners: `PLAINTEXT://127.0.0.1:${ports.kafka},CONTROLLER://127.0.0.1:${ports.kafkaController}`,
  'advertised.listeners': `PLAINTEXT://127.0.0.1:${ports.kafka}`,
  'log.dirs': logs.replaceAll('\\', '/'),
  'auto.create.topics.enable': false,
})

const logSettings = {
  'rootLogger.level': 'warn',
  'rootLogger.appenderRef.console.ref': 'console',
  'appender.console.type': 'Console',
  'appender.console.name': 'console',
  'appender.console.layout.type': 'PatternLayout',
  'appender.console.layout.pattern': '%d{ISO8601} %p %m (%c{1})%n',
  'logger.server.name': 'kafka.server.KafkaRaftServer',
  'logger.server.level': 'info',
  'logger.groups.name': 'org.apache.kafka.coordinator.group',
  'logger.groups.level': 'info',
}
