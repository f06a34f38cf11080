import { testConfig } from '../config.ts'
import { containers } from './containers.ts'
import { native } from './native.ts'
import type { Backend } from './on-demand.ts'

export const backend = (): Backend => (testConfig().TEST_BACKEND === 'containers' ? containers : native)
