import { parseArgs } from 'node:util'
import { Database } from '@aos/chassis/database'
import { listStaff, setRole } from './accounts-table.ts'
import { addStaff } from './add-staff.ts'
import { staffConfig } from './config.ts'

const help = `Who may use the back office.

  add <email>      lets an account in; makes one if there is none, and says how to choose its password
  remove <email>   makes it an ordinary account again
  list             all of them
`

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [command, email = ''] = positionals
  if (command !== 'list' && !email) throw new Error(help)
  const config = staffConfig()
  const database = new Database({ ...config, DATABASE_CONNECTIONS: 2 })
  try {
    console.log(await answer(database, command, email, config.SHOP_URL))
  } finally {
    await database.close()
  }
}

async function answer(
  database: Database,
  command: string | undefined,
  email: string,
  shopUrl: string,
): Promise<string> {
  switch (command) {
    case 'add':
      return addStaff(database, email, shopUrl)
    case 'remove':
      return (await setRole(database, email, 'shopper'))
        ? `${email} is staff no more`
        : `there is no account ${email}`
    case 'list':
      return (await listStaff(database)).map((one) => `${one.email}  ${one.name}`).join('\n') || 'nobody yet'
    default:
      throw new Error(help)
  }
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
