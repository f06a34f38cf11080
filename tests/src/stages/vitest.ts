import { readFileSync, rmSync } from 'node:fs'
import { artifact } from '../harness/artifacts.ts'
import { runCommand } from './run-command.ts'
import { type Tally, tallyOf } from './tally.ts'

/** Runs projects of vitest.config.ts, and counts by Vitest's own report. */
export async function vitest(stage: string, ...projects: string[]): Promise<Tally> {
  const file = artifact(`vitest-${stage}.json`)
  rmSync(file, { force: true })
  const succeeded = await runCommand(
    'vitest',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  )
  return tallyOf(reportIn(file), succeeded)
}

function reportIn(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
