import { readConfig } from '@aos/chassis/config'
import { z } from 'zod'

const TestConfig = z.object({
  /** `containers` runs PostgreSQL and Kafka of the integration tests with Docker instead of natively. */
  TEST_BACKEND: z.enum(['native', 'containers']).default('native'),
  /** Where the cluster tests push images; the cluster has to find it under the same name. */
  DEFAULT_REPO: z.string().default('localhost:5000'),
  /** Where the cluster's ingress controller listens, if its Ingresses do not say. */
  INGRESS_ADDRESS: z.string().optional(),
  /** The cluster tests leave their store behind, and use the one that they left behind as it is. */
  KEEP_STORE: z.stringbool().default(false),
})
type TestConfig = z.infer<typeof TestConfig>

export const testConfig = (): TestConfig => readConfig(TestConfig, process.env)
