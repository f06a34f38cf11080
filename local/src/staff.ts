import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inheritedEnvironment } from './config.ts'
import { servicesRoot } from './parts.ts'
import { runningStore } from './running-store.ts'

const help = `Who may use the back office of the store on this machine.

npm run staff -- add <email>      lets an account in; makes one if there is none, and prints a link for its password
npm run staff -- remove <email>   makes it an ordinary account again
npm run staff -- list             all of them

  --data <folder>   the data folder of the store (.data)
`

function main(): void {
  const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' }, help: { type: 'boolean', default: false } },
  })
  if (options.help || positionals.length === 0) {
    console.log(help)
    return
  }
  const { addresses, databaseUrls } = runningStore(options.data)
  // The service's own command, as it is run in a cluster too.
  const { status } = spawnSync(
    process.execPath,
    [join(servicesRoot, 'accounts', 'src', 'staff.ts'), ...positionals],
    {
      stdio: 'inherit',
      env: { ...inheritedEnvironment(), DATABASE_URL: databaseUrls.accounts, SHOP_URL: addresses.shop },
    },
  )
  process.exitCode = status ?? 1
}

try {
  main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
