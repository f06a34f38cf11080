import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { localConfig } from '../config.ts'
import { isProgram, onPath, versionIn } from './find-program.ts'

const OLDEST = 17

/** A Java that can run Kafka and Zipkin: from JAVA_HOME, or else from the path. */
export function findJava(): string {
  const { JAVA_HOME } = localConfig()
  const places = [JAVA_HOME && join(JAVA_HOME, 'bin', 'java'), onPath('java')]
  const found = places
    .filter((java): java is string => java !== undefined && java !== '' && isProgram(java))
    .map((java) => ({ java, major: majorVersion(java) }))
  const fit = found.find(({ major }) => major >= OLDEST)
  if (fit) return fit.java
  const seen = found.filter(({ major }) => major > 0).map(({ java, major }) => `${java} is version ${major}`)
  throw new Error(
    `Java ${OLDEST} or later is missing${seen.length ? ` (${seen.join(', ')})` : ''}. Install it (Debian and Ubuntu: ` +
      'apt install openjdk-17-jre-headless; macOS: brew install openjdk; others: https://adoptium.net) or set JAVA_HOME; ' +
      'or set KAFKA_BROKERS to use brokers that run elsewhere.',
  )
}

/** macOS has a `java` that only says that there is none: version 0. */
function majorVersion(java: string): number {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8', timeout: 20_000 })
  return javaMajor(stderr ?? '')
}

/** "1.8.0" was Java 8; since then the first number counts. */
export function javaMajor(words: string): number {
  const quoted = /version "([^"]+)"/.exec(words)?.[1]
  const [first, second] = (quoted && versionIn(quoted)) || [0]
  return (first === 1 ? second : first) ?? 0
}
