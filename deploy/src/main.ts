import { help, readArguments } from './arguments.ts'
import { deploy } from './deploy.ts'
import { say } from './say.ts'
import { undeploy } from './undeploy.ts'

// An orderly exit ends the programs that were started here as well.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

try {
  const options = readArguments(process.argv.slice(2))
  if (options.task === 'help') console.log(help)
  else await (options.task === 'deploy' ? deploy : undeploy)(options, say)
} catch (error) {
  console.error(`\n${(error as Error).message}`)
  process.exitCode = 1
}
