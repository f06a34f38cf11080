import { join } from 'node:path'
import type { Report } from '../report.ts'
import { fromCache } from './cache.ts'
import { requireFreeSpace } from './disk-space.ts'
import { copyFromMaven } from './maven.ts'

const VERSION = '3.6.1'
const NEEDED_BYTES = 300e6

/** @returns Zipkin's jar. Its official release is its Maven artifact, so Maven is the only way. */
export async function findZipkinJar(report: Report): Promise<string> {
  const way = {
    key: `zipkin-${VERSION}`,
    how: `its release ${VERSION} through Maven (about 135 MB)`,
    async make(folder: string, say: (text: string) => void) {
      await requireFreeSpace(folder, NEEDED_BYTES, 'Zipkin')
      const server = {
        groupId: 'io.zipkin',
        artifactId: 'zipkin-server',
        version: VERSION,
        classifier: 'exec',
      }
      await copyFromMaven([{ ...server, isWhole: true }], folder, say)
    },
  }
  return join(await fromCache('zipkin', [way], report), `zipkin-server-${VERSION}-exec.jar`)
}
