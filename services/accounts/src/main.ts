import { every } from '@aos/chassis/every'
import { runService } from '@aos/chassis/service'
import { accounts } from './accounts.ts'
import { forgetOldAttempts } from './attempts-table.ts'
import { accountsConfig } from './config.ts'

const HOUR = 60 * 60 * 1000
const config = accountsConfig()

await runService('accounts', config, (resources) => {
  accounts(config, resources)
  every(HOUR, 'forgetting old attempts', () => forgetOldAttempts(resources.database), resources)
  return {}
})
