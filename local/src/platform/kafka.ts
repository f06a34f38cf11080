import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
  'process.roles': 'broker,controller',
  'node.id': 1,
  'controller.quorum.voters': `1@127.0.0.1:${ports.kafkaController}`,
  listeners: `PLAINTEXT://127.0.0.1:${ports.kafka},CONTROLLER://127.0.0.1:${ports.kafkaController}`,
  'advertised.listeners': `PLAINTEXT://127.0.0.1:${ports.kafka}`,
  'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
  'inter.broker.listener.name': 'PLAINTEXT',
  'controller.listener.names': 'CONTROLLER',
  'log.dirs': logs.replaceAll('\\', '/'),
  'auto.create.topics.enable': false,
  'num.network.threads': 2,
  'num.io.threads': 4,
  'offsets.topic.replication.factor': 1,
  'offsets.topic.num.partitions': 4,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'transaction.state.log.num.partitions': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
  'share.coordinator.state.topic.num.partitions': 1,
  'group.initial.rebalance.delay.ms': 0,
  // Lets a killed consumer's partitions move on after 3 s instead of 6 s.
  'group.min.session.timeout.ms': 2000,
  // A killed broker may register again only when its old session has ended: 9 s by default.
  'broker.session.timeout.ms': 3000,
  'broker.heartbeat.interval.ms': 500,
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
