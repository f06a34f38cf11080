import { Lifecycle } from '@aos/chassis/lifecycle'
import { createLogger } from '@aos/chassis/logger'
import { KubeConfig } from '@kubernetes/client-node'
import { ApiServer } from './api-server.ts'
import { operatorConfig } from './config.ts'
import { runOperator } from './operator.ts'

const config = operatorConfig()
const logger = createLogger('operator', config.LOG_LEVEL)
const lifecycle = new Lifecycle(logger)
lifecycle.stopOnSignals(config.SHUTDOWN_MS)

const kubeConfig = new KubeConfig()
kubeConfig.loadFromDefault()
const api = new ApiServer(kubeConfig)
lifecycle.onStop('the API client', () => api.close())

await runOperator({ config, api, logger, lifecycle })
