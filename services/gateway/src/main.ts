import { runGateway } from '@aos/chassis/service'
import manifest from '../package.json' with { type: 'json' }
import { config } from './config.ts'
import { gateway } from './gateway.ts'

await runGateway(config, gateway(config, manifest.version))
