import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { localConfig } from '../config.ts'
import type { Report } from '../report.ts'
import { fromCache, type Way } from './cache.ts'
import { requireFreeSpace } from './disk-space.ts'
import { unpackRelease } from './download.ts'
import { isAtLeast, onPath, versionIn } from './find-program.ts'
import { copyFromMaven } from './maven.ts'

const VERSION = '4.4.0'
const OLDEST = [4, 0]
const SCALA = '2.13'
const NEEDED_BYTES = 400e6

/** @returns the folder with Kafka's jars: installed, in the cache, from the official release, or from Maven. */
export async function findKafkaJars(report: Report): Promise<string> {
  const installed = installedJars()
  if (installed) return installed
  const folder = await fromCache('kafka', ways, report)
  const unpacked = join(folder, `kafka_${SCALA}-${VERSION}`, 'libs')
  return existsSync(unpacked) ? unpacked : folder
}

function installedJars(): string | undefined {
  const { KAFKA_HOME } = localConfig()
  const script = onPath('kafka-server-start.sh') ?? onPath('kafka-server-start')
  const homes = [KAFKA_HOME, script && dirname(dirname(realpathSync(script)))]
  return homes
    .flatMap((home) => (home ? [join(home, 'libs'), join(home, 'libexec', 'libs')] : []))
    .find((libs) => isAtLeast(kafkaVersion(libs), OLDEST))
}

function kafkaVersion(libs: string): number[] | undefined {
  if (!existsSync(libs)) return undefined
  const jar = readdirSync(libs).find((file) => new RegExp(`^kafka_${SCALA}-[\\d.]+\\.jar$`).test(file))
  return jar ? versionIn(jar.slice(`kafka_${SCALA}-`.length)) : undefined
}

const archive = `https://archive.apache.org/dist/kafka/${VERSION}/kafka_${SCALA}-${VERSION}.tgz`

const ways: Way[] = [
  {
    key: `kafka-${VERSION}`,
    how: `Apache’s release ${VERSION} (about 130 MB)`,
    async make(folder, say) {
      await requireFreeSpace(folder, NEEDED_BYTES, 'Kafka')
      await unpackRelease(
        { url: archive, checksumUrl: `${archive}.sha512`, algorithm: 'sha512' },
        folder,
        say,
      )
    },
  },
  {
    key: `kafka-${VERSION}-maven`,
    how: `its ${VERSION} jars through Maven (about 45 MB)`,
    async make(folder, say) {
      await requireFreeSpace(folder, NEEDED_BYTES, 'Kafka')
      await copyFromMaven(
        [
          { groupId: 'org.apache.kafka', artifactId: `kafka_${SCALA}`, version: VERSION },
          // The release brings a log binding; the artifact alone does not and would be silent.
          { groupId: 'org.apache.logging.log4j', artifactId: 'log4j-slf4j-impl', version: '2.25.5' },
        ],
        folder,
        say,
      )
    },
  },
]
