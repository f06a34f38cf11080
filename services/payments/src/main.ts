import { runService } from '@aos/chassis/service'
import { paymentsConfig } from './config.ts'
import { payments } from './payments.ts'

const config = paymentsConfig()

await runService('payments', config, (resources) => payments(config, resources))
