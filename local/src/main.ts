import { join } from 'node:path'
import pc from 'picocolors'
import { help, readArguments } from './arguments.ts'
import { runUntilStopped } from './run-until-stopped.ts'

try {
  const args = readArguments(process.argv.slice(2), join(import.meta.dirname, '..', '..'))
  if (args.help) console.log(help())
  else await runUntilStopped(args)
} catch (error) {
  console.error(pc.red(`\n${(error as Error).message}\n`))
  process.exitCode = 1
}
