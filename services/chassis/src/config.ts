import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65_535)

/** What every service needs to know. Secrets have no defaults. */
export const BaseConfig = z.object({
  PORT: port,
  HOST: z.string().default('127.0.0.1'),
  DAPR_HTTP_PORT: port,
  /** Dapr sends it with every call to the app; whoever lacks it is refused. */
  APP_API_TOKEN: z.string().min(16),
  /** With it the gateway signs who is calling; HS256 wants as many bytes as its hash has. */
  ACTOR_TOKEN_SECRET: z.string().min(32),
  /** Each store has its own name: what one gateway signs is nothing to the services of another. */
  STORE_NAME: z.string().min(1).default('awesome'),
  /** The sidecar asks for it, where it was told to. */
  DAPR_API_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  /** Where spans go, for instance `http://127.0.0.1:9411/api/v2/spans`; none are kept when it is absent. */
  ZIPKIN_URL: z.url().optional(),
  /** Share of the traces kept that the caller did not decide about, 0 to 1. */
  TRACE_SAMPLING: z.coerce.number().min(0).max(1).default(0.1),
  /** How long a stop may take before what is in flight is abandoned (nothing is lost, only repeated). */
  SHUTDOWN_MS: z.coerce.number().int().min(0).default(10_000),
})
export type BaseConfig = z.infer<typeof BaseConfig>

export const DatabaseConfig = BaseConfig.extend({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).default(8),
})
export type DatabaseConfig = z.infer<typeof DatabaseConfig>

/** @throws Error that names every fault at once. */
export function readConfig<T extends z.ZodType>(
  schema: T,
  env: Record<string, string | undefined>,
): z.infer<T> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const config = schema.safeParse(present)
  if (config.success) return config.data
  throw new Error(`the environment does not fit:\n${z.prettifyError(config.error)}`)
}
