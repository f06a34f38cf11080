import { z } from 'zod'
import { namespaceName, webAddress } from './values.ts'

export const Tracing = z
  .strictObject({
    samplingRate: z
      .string()
      .regex(/^(0\.[0-9]*[1-9][0-9]*|1(\.0+)?)$/)
      .max(16)
      .default('0.1')
      .describe('Share of journeys traced, above 0 and up to 1, in quotes. 0 would cut the journey apart.'),
    zipkinUrl: webAddress
      .optional()
      .describe(
        'Where spans go, for instance http://zipkin.observability:9411/api/v2/spans; nowhere when absent.',
      ),
    traceUrl: z.string().max(2048).optional().describe('Where people read a trace, with {traceId} in it.'),
  })
  .describe('Traces of the journey.')

export const Autoscaling = z
  .strictObject({
    type: z
      .enum(['auto', 'keda', 'hpa', 'none'])
      .default('auto')
      .describe(
        'auto: on consumer lag where KEDA is there, on processor use otherwise. none: replicas.min pods.',
      ),
    lagPerReplica: z
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .default(200)
      .describe('Messages waiting per pod from which another pod is started (KEDA).'),
    cpuPercent: z
      .number()
      .int()
      .min(10)
      .max(100)
      .default(70)
      .describe('Use of the requested processor time from which another pod is started.'),
    kedaNamespace: namespaceName.default('keda').describe('Where KEDA runs, which asks Kafka for the lag.'),
  })
  .describe('When services get more pods, between replicas.min and replicas.max.')

export const Monitoring = z
  .strictObject({
    podMonitors: z
      .enum(['auto', 'on', 'off'])
      .default('auto')
      .describe('Prometheus operator’s PodMonitors for services and sidecars; auto: where it is there.'),
    namespace: namespaceName
      .default('monitoring')
      .describe('Where Prometheus runs: nobody else may read the metrics.'),
  })
  .describe('What Prometheus is told.')

export const Rollout = z
  .strictObject({
    progressDeadlineSeconds: z
      .number()
      .int()
      .min(30)
      .max(3600)
      .default(300)
      .describe('After this long without progress a new version is rolled back.'),
    automaticRollback: z.boolean().default(true).describe('Whether it is; otherwise it is only reported.'),
  })
  .describe('How a new version comes in.')

export const Dapr = z
  .strictObject({
    namespace: namespaceName.default('dapr-system').describe('Where Dapr’s control plane runs.'),
  })
  .describe('The sidecars’ surroundings.')
