import { readConfig } from '@aos/chassis/config'
import { z } from 'zod'

const TestConfig = z.object({
  /** `containers` runs PostgreSQL and Kafka of the integration tests with Docker instead of natively. */
  TEST_BACKEND: z.enum(['native', 'containers']).default('native'),
})
type TestConfig = z.infer<typeof TestConfig>

export const testConfig = (): TestConfig => readConfig(TestConfig, process.env)
