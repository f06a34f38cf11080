import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { everyFewSeconds, seconds } from '../report.ts'
import { run } from './run.ts'

export interface Artifact {
  groupId: string
  artifactId: string
  version: string
  classifier?: string
  /** A jar that holds all it needs: its dependencies are not wanted. */
  isWhole?: boolean
}

const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies'

const dependency = ({ groupId, artifactId, version, classifier, isWhole }: Artifact): string =>
  [
    `<dependency><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version>`,
    classifier ? `<classifier>${classifier}</classifier>` : '',
    isWhole
      ? '<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>'
      : '',
    '</dependency>',
  ].join('')

/** Lets the user's Maven put artifacts, with all they need, into a folder; it checks their checksums. */
export async function copyFromMaven(
  artifacts: Artifact[],
  folder: string,
  say: (text: string) => void,
): Promise<void> {
  const pom = join(folder, 'pom.xml')
  await writeFile(
    pom,
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>aos</groupId><artifactId>toolchain</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>${artifacts.map(dependency).join('')}</dependencies></project>\n`,
  )
  const started = Date.now()
  const sometimes = everyFewSeconds(say)
  let files = 0
  await run(
    'mvn',
    // -U: Maven otherwise remembers for a day that an artifact could not be had while there was no network.
    ['-B', '-U', '-f', pom, COPY, '-DincludeScope=runtime', `-DoutputDirectory=${folder}`],
    {
      remedy: 'install Maven (Debian and Ubuntu: apt install maven; macOS: brew install maven)',
      onLine(line) {
        if (line.includes('Downloaded from')) files += 1
        sometimes(() => `Maven downloaded ${files} files, ${seconds(started)}`)
      },
    },
  )
}
